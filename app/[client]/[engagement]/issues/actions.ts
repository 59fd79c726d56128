'use server'

import { decideIssues } from '@/lib/domain/cleansing/commands/decide-issues'
import { decideIssuesSchema } from '@/lib/domain/cleansing/schema'
import { defineAction } from '@/lib/server/define-action'

export const decide = defineAction(
  { input: decideIssuesSchema, capability: 'cleansing.decide' },
  decideIssues,
)
