import { endGroup } from '../../local/processes.mjs'
import { spawnSite, waitUntilReady } from '../../local/site.mjs'

/** One process of the site, at one address whatever happens to it. */
export interface ChaosSite {
  url: string
  start(): Promise<void>
  /** At once, as when its machine dies. */
  kill(): Promise<void>
}

interface SiteSettings {
  port: number
  env: Record<string, string>
  output: (text: string) => void
}

export function createSite({ port, env, output }: SiteSettings): ChaosSite {
  let pid: number | null = null
  return {
    url: `http://localhost:${port}`,
    async start() {
      const site = spawnSite({ mode: 'start', port, env, output })
      pid = site.pid
      if (!(await waitUntilReady(site, port))) throw new Error('A site did not start')
    },
    async kill() {
      const running = pid
      pid = null
      if (running !== null) await endGroup(running, { signal: 'SIGKILL' })
    },
  }
}
