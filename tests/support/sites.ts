import { readFileSync } from 'node:fs'
import path from 'node:path'

const noteFile = path.join(import.meta.dirname, '..', '..', '.data', 'site.json')

/**
 * Addresses of the site's processes under test, without a trailing slash: those of the runner, else
 * the one that `npm run up` noted; none when nothing runs. All share one database.
 */
export function siteUrls(): string[] {
  const given = process.env.PORTOLAN_SITE_URLS
  if (given) return given.split(',')
  try {
    return [JSON.parse(readFileSync(noteFile, 'utf8')).url]
  } catch {
    return []
  }
}

/** Run by Playwright before all tests: without a site each of them would fail for itself. */
export default function requireSite(): void {
  if (siteUrls().length > 0) return
  throw new Error('No site is running: start one with `npm run up`, or use `npm test`')
}
