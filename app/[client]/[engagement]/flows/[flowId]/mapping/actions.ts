'use server'

import { approveMappings } from '@/lib/domain/mapping/commands/approve-mappings'
import { changeMapping } from '@/lib/domain/mapping/commands/change-mapping'
import { rejectMappings } from '@/lib/domain/mapping/commands/reject-mappings'
import { changeMappingSchema, decideMappingsSchema } from '@/lib/domain/mapping/page/schema'
import { defineAction } from '@/lib/server/define-action'
import { driveSoon } from '@/lib/server/drive'

export const approve = defineAction(
  { input: decideMappingsSchema, capability: 'mapping.decide', afterwards: driveSoon },
  approveMappings,
)

export const reject = defineAction(
  { input: decideMappingsSchema, capability: 'mapping.decide', afterwards: driveSoon },
  rejectMappings,
)

export const change = defineAction(
  { input: changeMappingSchema, capability: 'mapping.decide', afterwards: driveSoon },
  changeMapping,
)
