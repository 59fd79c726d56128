import { buildSite } from '../../local/build.mjs'
import { startTestFarEnds } from '../../local/test-far-ends.mjs'
import { createSeededDatabase, startSites } from '../../local/test-sites.mjs'

export interface BenchedSite {
  url: string
  /** The server's process. */
  pid: number
}

/** Runs a bench against one built site on a seeded database of its own, and ends both. */
export async function withSite<T>(bench: (site: BenchedSite) => Promise<T>): Promise<T> {
  const farEnds = await startTestFarEnds()
  try {
    await buildSite()
    const sites = await startSites(await createSeededDatabase(farEnds, 'bench'), 1)
    try {
      const [url] = sites.urls
      const [pid] = sites.pids
      if (!url || !pid) throw new Error('The site did not start')
      return await bench({ url, pid })
    } finally {
      await sites.stop()
    }
  } finally {
    await farEnds.stop()
  }
}
