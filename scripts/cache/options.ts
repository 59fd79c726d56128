import { parseArgs } from 'node:util'
import { CacheCommandFailure } from './failure'

/** What a person wrote on the command line. */
export type CacheOptions =
  | { command: 'stats'; json: boolean }
  | { command: 'monitor'; json: boolean; seconds: number | null }
  /** Null: all namespaces. */
  | { command: 'clear'; json: boolean; namespace: string | null }

const where = `The Redis is the one that the environment names (DATABASE_URL, UPSTASH_REDIS_REST_URL,
UPSTASH_REDIS_REST_TOKEN), else that of the site started by npm run up in this folder.

Exit status: 0 done, 1 failed, 2 wrong use.`

export const usages: Record<CacheOptions['command'], string> = {
  stats: `Usage: npm run cache:stats [-- --json]

Prints what all instances have counted of each read: how often it was answered from the cache,
what its loads cost, and what the comparison of the two paths found.

  --json   print one JSON object

${where}`,
  monitor: `Usage: npm run cache:monitor [-- options]

Prints what changes, as it changes, and every five seconds what was read meanwhile. Ends by Ctrl-C.

  --seconds N   end after so many seconds
  --json        print one JSON object a line

${where}`,
  clear: `Usage: npm run cache:clear -- --namespace NAME | --all

Makes every cached value of a namespace invalid, for all instances at once. Nothing is deleted, so
that no writer under way is forgotten; what is not read again goes by its own time. Values that a
process keeps in its memory on the path legacy are not reached.

  --namespace NAME   one client's namespace (client.ID) or global
  --all              every namespace
  --json             print one JSON object

${where}`,
}

const all = {
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  seconds: { type: 'string' },
  namespace: { type: 'string' },
  all: { type: 'boolean' },
} as const

/** What each command takes besides. */
const own: Record<CacheOptions['command'], (keyof typeof all)[]> = {
  stats: [],
  monitor: ['seconds'],
  clear: ['namespace', 'all'],
}

/** @returns null when only help is asked for */
export function readOptions(
  command: CacheOptions['command'],
  args: readonly string[],
): CacheOptions | null {
  const { help = false, json = false, ...values } = parse(command, args)
  if (help) return null
  if (command === 'stats') return { command, json }
  if (command === 'monitor') return { command, json, seconds: readSeconds(values.seconds) }
  const { namespace } = values
  if ((namespace === undefined) === (values.all !== true)) {
    throw wrongUse(command, 'Say either --namespace NAME or --all.')
  }
  return { command, json, namespace: namespace ?? null }
}

function readSeconds(text: string | undefined): number | null {
  if (text === undefined) return null
  const seconds = Number(text)
  if (seconds > 0) return seconds
  throw wrongUse('monitor', `${text} is no number of seconds.`)
}

function parse(command: CacheOptions['command'], args: readonly string[]) {
  const names = ['json', 'help', ...own[command]]
  try {
    const { values } = parseArgs({ args: [...args], options: all })
    const foreign = Object.keys(values).find((name) => !names.includes(name))
    if (foreign === undefined) return values
    throw new TypeError(`--${foreign} is no option of cache:${command}.`)
  } catch (error) {
    // Nothing is thrown here but what a person wrote.
    throw wrongUse(command, error instanceof Error ? error.message : String(error))
  }
}

function wrongUse(command: CacheOptions['command'], message: string): CacheCommandFailure {
  return new CacheCommandFailure('wrong_use', `${message}\n\n${usages[command]}`)
}
