'use server'

import { requestPasswordReset as requestCommand } from '@/lib/domain/users/commands/request-password-reset'
import { forgotPasswordInput } from '@/lib/domain/users/schema'
import { definePublicAction } from '@/lib/server/define-site-action'

export const requestPasswordReset = definePublicAction(
  {
    input: forgotPasswordInput,
    limit: 'passwordLinkFromAddress',
    leadsTo: () => '/forgot-password?sent=1',
  },
  requestCommand,
)
