import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { StoreError } from '@/lib/cache/script-runner'
import { DeadlineError } from '@/lib/cache/timer'
import { clearCache } from './cache/clear'
import { CacheCommandFailure } from './cache/failure'
import { type CacheAddress, findRedis } from './cache/find-redis'
import { formatEntry, type MonitorEntry, monitorCache } from './cache/monitor'
import { type CacheOptions, readOptions, usages } from './cache/options'
import { formatStats, readStats } from './cache/stats'

/** The launcher's note, in the project's own folder wherever the command is given. */
const siteFile = fileURLToPath(new URL('../.data/site.json', import.meta.url))

const commands = ['stats', 'monitor', 'clear'] as const

process.exitCode = await main(process.argv.slice(2))

/** Results go to stdout, everything else to stderr, so that a script can read the one. */
async function main([name, ...args]: string[]): Promise<number> {
  const command = commands.find((known) => known === name)
  if (!command) {
    console.error(commands.map((known) => usages[known]).join('\n\n'))
    return 2
  }
  try {
    const options = readOptions(command, args)
    if (options === null) console.log(usages[command])
    else await run(options, await findRedis(process.env, siteFile))
    return 0
  } catch (error) {
    const words = wordsFor(error)
    if (words === null) throw error
    console.error(words)
    return error instanceof CacheCommandFailure && error.code === 'wrong_use' ? 2 : 1
  }
}

/** @returns null for what no person can do anything about */
function wordsFor(error: unknown): string | null {
  if (error instanceof CacheCommandFailure) return error.message
  const fromRedis = error instanceof StoreError || error instanceof DeadlineError
  if (fromRedis) return `Redis does not answer as expected (${error.message}).`
  return null
}

async function run(options: CacheOptions, address: CacheAddress): Promise<void> {
  const { json } = options
  switch (options.command) {
    case 'stats': {
      const report = await readStats(address)
      console.log(json ? JSON.stringify(report) : formatStats(report))
      break
    }
    case 'clear': {
      const purged = await clearCache(address, options.namespace)
      console.log(json ? JSON.stringify({ purged }) : `Purged: ${purged.join(', ')}`)
      break
    }
    case 'monitor':
      await watch(address, options.seconds, (entry) =>
        console.log(json ? JSON.stringify(entry) : formatEntry(entry)),
      )
  }
}

/** @param seconds null: until Ctrl-C */
async function watch(
  address: CacheAddress,
  seconds: number | null,
  show: (entry: MonitorEntry) => void,
): Promise<void> {
  const end = new AbortController()
  process.once('SIGINT', () => end.abort())
  const { signal } = end
  if (seconds !== null) {
    void sleep(seconds * 1000, undefined, { ref: false }).then(() => end.abort())
  }
  await monitorCache({
    address,
    show,
    // Ended early, a sleep resolves: the watch looks at the signal itself.
    sleep: (milliseconds) => sleep(milliseconds, undefined, { signal }).catch(() => undefined),
    now: Date.now,
    signal,
  })
}
