import 'server-only'
import type { SiteDeps } from '@/lib/domain/users/site-deps'
import { env } from '@/lib/env'
import { container } from './container'
import { later } from './later'
import { notingOwnChanges } from './own-changes'

/** What the commands about people are given. */
export function siteDeps(): SiteDeps {
  const { platform, clock, coherence, mailer } = container()
  return {
    db: platform,
    clock,
    coherence: notingOwnChanges(coherence),
    mailer,
    siteUrl: env().APP_URL,
    later: (work) => later('an answer', work),
  }
}
