import { writeSection } from '../measurements/section'
import { benchJourney } from './journey/journey'
import { readOptions } from './journey/options'
import { journeySections } from './journey/print'

/** `npm run bench -- journey`: the text that it prints. */
export async function runJourney(args: readonly string[]): Promise<string> {
  const { json, rounds } = readOptions(args)
  const figures = await benchJourney(rounds)
  if (json) return JSON.stringify(figures, null, 2)
  return journeySections(figures).map(writeSection).join('\n')
}
