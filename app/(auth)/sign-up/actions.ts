'use server'

import { signUp as signUpCommand } from '@/lib/domain/users/commands/sign-up'
import { signUpInput } from '@/lib/domain/users/schema'
import { definePublicAction } from '@/lib/server/define-site-action'

export const signUp = definePublicAction(
  { input: signUpInput, limit: 'signUpFromAddress', leadsTo: () => '/sign-in?notice=requested' },
  signUpCommand,
)
