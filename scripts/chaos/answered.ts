import { readStats } from '../cache/stats'
import type { Run } from './run'

/** Adds what the sites have counted in Redis so far; to be called before all of it is lost. */
export async function noteAnswered({ world, tally }: Run): Promise<void> {
  const { total } = await readStats(world.counts())
  const { answered } = tally
  answered.hits += total.hits
  answered.misses += total.misses
  answered.bypasses += total.bypasses
}
