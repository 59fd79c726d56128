import 'server-only'
import { env } from '@/lib/env'
import { container } from './container'
import { offeredProviders } from './identity-providers'

export interface SignInChoices {
  providers: { id: string; name: string }[]
  /** Whether the site can send a link for a new password by itself. */
  sendsMail: boolean
}

/** What the pages for signing in may offer on this site. */
export function signInChoices(): SignInChoices {
  return { providers: offeredProviders(env()), sendsMail: container().mailer !== null }
}
