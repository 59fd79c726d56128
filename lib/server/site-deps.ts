import 'server-only'
import { after } from 'next/server'
import type { SiteDeps } from '@/lib/domain/users/site-deps'
import { env } from '@/lib/env'
import { container } from './container'
import { reportUnexpected } from './report-unexpected'

/** What the commands about people are given. What they put off may fail, but never unseen. */
export function siteDeps(): SiteDeps {
  const { platform, clock, mailer } = container()
  return {
    db: platform,
    clock,
    mailer,
    siteUrl: env().APP_URL,
    later: (work) =>
      after(async () => {
        try {
          await work()
        } catch (error) {
          reportUnexpected('after an answer', error)
        }
      }),
  }
}
