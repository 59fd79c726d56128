'use server'

import { resetPassword as resetPasswordCommand } from '@/lib/domain/users/commands/reset-password'
import { resetPasswordInput } from '@/lib/domain/users/schema'
import { definePublicAction } from '@/lib/server/define-site-action'

export const resetPassword = definePublicAction(
  {
    input: resetPasswordInput,
    limit: 'newPasswordFromAddress',
    leadsTo: () => '/sign-in?notice=password-changed',
  },
  resetPasswordCommand,
)
