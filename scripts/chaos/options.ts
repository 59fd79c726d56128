import { parseArgs } from 'node:util'

export interface ChaosOptions {
  minutes: number
  /** Faults and their order follow from it. */
  seed: number
  /** Which path the sites' reads take. */
  path: string
  json: boolean
}

export const usage = `Usage: npm run chaos -- [options]

Runs three processes of the built site over one database and one Redis, breaks what stands between
and around them, and reads all the while. Fails when a reader was shown older data than a write
that was acknowledged before, or when an acknowledged write is gone.

  --minutes M   how long; default 1
  --seed N      which faults in which order; default: chosen and printed
  --path P      how the sites read: redis (default), legacy, shadow or off
  --json        print the figures as one JSON object

Exit status: 0 the promise was kept, 1 it was not, 2 wrong use.`

const paths = ['redis', 'legacy', 'shadow', 'off']

/**
 * @returns null when only help is asked for
 * @throws an Error that says what is wrong with the words
 */
export function readOptions(args: readonly string[]): ChaosOptions | null {
  const { values } = parseArgs({
    args: [...args],
    options: {
      minutes: { type: 'string', default: '1' },
      seed: { type: 'string' },
      path: { type: 'string', default: 'redis' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
  if (values.help) return null
  const minutes = Number(values.minutes)
  if (!(minutes > 0 && minutes <= 24 * 60)) throw new Error(`--minutes ${values.minutes}?`)
  const seed = values.seed === undefined ? Date.now() % 1_000_000 : Number(values.seed)
  if (!Number.isSafeInteger(seed)) throw new Error(`--seed ${values.seed} is no whole number.`)
  if (!paths.includes(values.path)) throw new Error(`--path is one of ${paths.join(', ')}.`)
  return { minutes, seed, path: values.path, json: values.json }
}
