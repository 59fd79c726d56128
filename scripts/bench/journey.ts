import { say } from '../../local/report.mjs'
import { writeSection } from '../measurements/section'
import { benchJourney } from './journey/journey'
import { readOptions } from './journey/options'
import { journeySections } from './journey/print'

/** `npm run bench -- journey`: the text that it prints; with --json the tables go to stderr. */
export async function runJourney(args: readonly string[]): Promise<string> {
  const { json, rounds } = readOptions(args)
  const figures = await benchJourney(rounds)
  const tables = journeySections(figures).map(writeSection).join('\n')
  if (!json) return tables
  say(tables)
  return JSON.stringify(figures, null, 2)
}
