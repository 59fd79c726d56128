'use server'

import { cancelFlow } from '@/lib/domain/flows/commands/cancel-flow'
import { pauseFlow } from '@/lib/domain/flows/commands/pause-flow'
import { resumeFlow } from '@/lib/domain/flows/commands/resume-flow'
import { retryFlow } from '@/lib/domain/flows/commands/retry-flow'
import { controlFlowSchema } from '@/lib/domain/flows/schema'
import { defineAction } from '@/lib/server/define-action'
import { driveSoon } from '@/lib/server/drive'

const options = {
  input: controlFlowSchema,
  capability: 'flow.control',
  afterwards: driveSoon,
} as const

export const pause = defineAction(options, pauseFlow)
export const resume = defineAction(options, resumeFlow)
export const retry = defineAction(options, retryFlow)
export const cancel = defineAction(options, cancelFlow)
