import { readFileSync } from 'node:fs'
import path from 'node:path'

const noteFile = path.join(import.meta.dirname, '..', '..', '.data', 'site.json')

/**
 * Addresses of the site's processes under test, without a trailing slash: those of the runner, else
 * the one that `npm run up` noted. All share one database.
 * @throws when there is neither
 */
export function siteUrls(): string[] {
  const given = process.env.PORTOLAN_SITE_URLS
  if (given) return given.split(',')
  try {
    return [JSON.parse(readFileSync(noteFile, 'utf8')).url]
  } catch {
    throw new Error('No site is running: start one with `npm run up`, or use `npm test`')
  }
}
