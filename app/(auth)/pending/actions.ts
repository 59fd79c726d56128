'use server'

import { askAgain as askAgainCommand } from '@/lib/domain/users/commands/ask-again'
import { askAgainInput } from '@/lib/domain/users/schema'
import { defineUserAction } from '@/lib/server/define-site-action'

export const askAgain = defineUserAction({ input: askAgainInput }, askAgainCommand)
