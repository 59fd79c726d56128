'use server'

import { redirect } from 'next/navigation'
import { chooseEngagement } from '@/lib/domain/users/commands/choose-engagement'
import { chooseEngagementInput } from '@/lib/domain/users/schema'
import { defineChoiceAction } from '@/lib/server/define-site-action'
import { signOutHere } from '@/lib/server/own-session'
import { asPlainFormAction } from '@/lib/server/plain-form-action'

/** Remembers an engagement and goes there. */
export const switchEngagement = asPlainFormAction(
  defineChoiceAction(
    {
      input: chooseEngagementInput,
      leadsTo: ({ clientSlug, engagementSlug }) => `/${clientSlug}/${engagementSlug}`,
    },
    chooseEngagement,
  ),
  '/start',
)

/** Ends the session in this browser. */
export async function signOut(): Promise<void> {
  await signOutHere()
  redirect('/sign-in?notice=signed-out')
}
