import { readFile } from 'node:fs/promises'
import * as z from 'zod'
import { ImportFailure } from './failure'

const siteFile = z.object({ url: z.url() })

/**
 * Address of the site that the launcher started.
 * @param path of the note that the launcher keeps while the site runs
 */
export async function runningSite(path: string): Promise<string> {
  const text = await readFile(path, 'utf8').catch(() => null)
  const site = siteFile.safeParse(text === null ? null : parseJson(text))
  if (site.success) return site.data.url.replace(/\/+$/, '')
  throw new ImportFailure(
    'no_site',
    'No site is running here. Start it with npm run up, or name one with --url.',
  )
}

/** A note that is being written counts as none. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
