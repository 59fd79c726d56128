import { parseArgs } from 'node:util'
import { mostRounds } from './journey'

const usage = `Usage: npm run bench -- journey [--json] [--rounds N]

Walks through the built site in a real browser, by the old way of serving and by the new one in
turn, and compares what it cost and whether anything old was shown.

  --json      everything that was found, each walk by itself; else tables
  --rounds N  walks of each way, from 1 to ${mostRounds}; default ${mostRounds}`

/** @throws RangeError with the usage when the words are not as it says */
export function readOptions(args: readonly string[]): { json: boolean; rounds: number } {
  const { values } = parseArgs({
    args: [...args],
    options: {
      json: { type: 'boolean', default: false },
      rounds: { type: 'string', default: String(mostRounds) },
    },
  })
  const rounds = Number(values.rounds)
  if (!Number.isInteger(rounds) || rounds < 1 || rounds > mostRounds) {
    throw new RangeError(usage)
  }
  return { json: values.json, rounds }
}
