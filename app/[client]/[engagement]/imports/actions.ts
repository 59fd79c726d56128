'use server'

import { deleteImport } from '@/lib/domain/imports/commands/delete-import'
import { importIdSchema } from '@/lib/domain/imports/schema'
import { defineAction } from '@/lib/server/define-action'

export const remove = defineAction(
  { input: importIdSchema, capability: 'import.delete' },
  deleteImport,
)
