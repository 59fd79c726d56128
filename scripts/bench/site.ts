import { buildSite } from '../../local/build.mjs'
import { startTestFarEnds } from '../../local/test-far-ends.mjs'
import { createSeededDatabase, startSites } from '../../local/test-sites.mjs'

export interface BenchedSite {
  url: string
  /** The server's process. */
  pid: number
}

export interface BenchedSites {
  urls: readonly string[]
  pids: readonly number[]
  /** The database as its owner. */
  ownerUrl: string
}

/** Runs a bench against a built site on a seeded database of its own, and ends both. */
export async function withSites<T>(
  count: number,
  bench: (sites: BenchedSites) => Promise<T>,
): Promise<T> {
  const farEnds = await startTestFarEnds()
  try {
    await buildSite()
    const env = await createSeededDatabase(farEnds, 'bench')
    const { urls, pids, stop } = await startSites(env, count)
    try {
      return await bench({ urls, pids, ownerUrl: env.OWNER_DATABASE_URL ?? '' })
    } finally {
      await stop()
    }
  } finally {
    await farEnds.stop()
  }
}

/** The same with one process. */
export function withSite<T>(bench: (site: BenchedSite) => Promise<T>): Promise<T> {
  return withSites(1, ({ urls: [url], pids: [pid] }) => {
    if (!url || !pid) throw new Error('The site did not start')
    return bench({ url, pid })
  })
}
