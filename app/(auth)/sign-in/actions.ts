'use server'

import { signInInput } from '@/lib/domain/users/schema'
import { attemptSignIn } from '@/lib/server/attempt-sign-in'
import { definePublicAction } from '@/lib/server/define-site-action'
import { startSession } from '@/lib/server/own-session'
import { pathAfterSignIn } from '@/lib/server/path-after-sign-in'

export const signIn = definePublicAction(
  {
    input: signInInput,
    onSuccess: startSession,
    leadsTo: (_claims, { next }) => pathAfterSignIn(next),
  },
  attemptSignIn,
)
