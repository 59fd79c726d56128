import { readFile } from 'node:fs/promises'
import * as z from 'zod'

const text = z.string().min(1)

/** What it takes to read and change the flags of a site. */
const siteSchema = z.object({
  DATABASE_URL: z.url(),
  PLATFORM_DATABASE_URL: z.url(),
  DATABASE_TLS: z.string().optional(),
  UPSTASH_REDIS_REST_URL: z.url(),
  UPSTASH_REDIS_REST_TOKEN: text,
  FLAGS_MANAGEMENT_URL: z.url(),
  FLAGS_MANAGEMENT_TOKEN: text,
})

export type FlagSite = z.infer<typeof siteSchema>

/** There is no site whose flags could be read or changed. */
export class NoSite extends Error {
  override name = 'NoSite'
}

/**
 * The site that the environment names; where it names none, the one that runs.
 * @param siteFile the note that the launcher keeps while the site runs
 * @throws NoSite when there is none, or the environment names half of one
 */
export async function findSite(
  env: Record<string, string | undefined>,
  siteFile: string,
): Promise<FlagSite> {
  if (env.FLAGS_MANAGEMENT_URL) {
    const given = siteSchema.safeParse(env)
    if (given.success) return given.data
    const bad = given.error.issues.map(({ path }) => path.join('.'))
    throw new NoSite(`The environment does not name a whole site: ${bad.join(', ')}.`)
  }
  const running = z.object({ env: siteSchema }).safeParse(await readNote(siteFile))
  if (running.success) return running.data.env
  throw new NoSite(
    'No site is running here. Start it with npm run up, or set FLAGS_MANAGEMENT_URL.',
  )
}

/** A note that is missing or being written counts as none. */
async function readNote(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'))
  } catch {
    return null
  }
}
