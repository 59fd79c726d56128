import { benchCache } from '../bench/cache/figures'
import { judgeFigures } from '../bench/cache/goals'
import type { Section } from './section'

const command = 'npm run bench:cache'

/** What the cache costs beside plain reads and other caches, and which of its goals it reached. */
export async function measureCache(): Promise<Section[]> {
  const figures = await benchCache({ bumps: 1_000_000 })
  const goals: Section = {
    title: 'Cache: goals',
    command,
    note: `Engine: ${figures.engine}, behind Upstash’s interface in a process of its own. ${figures.memory.bumps} bumps left ${figures.memory.bytesPerBump} bytes each, for as long as a stream lives.`,
    heading: ['what', 'wanted', 'found', 'reached'],
    rows: judgeFigures(figures).map(({ what, goal, found, reached }) => [
      what,
      goal,
      found,
      reached ? 'yes' : 'no',
    ]),
  }
  const hits: Section = {
    title: 'Cache: hits',
    command,
    note: 'Sequential reads in turns; × is the median of the rounds’ p50 over that of the first line. Reads per second with 16 under way.',
    heading: ['KB', 'what', 'p50 ms', 'p99 ms', '×', 'per second', 'trips', 'commands'],
    rows: figures.hits.flatMap(({ kilobytes, subjects }) =>
      subjects.map(({ name, p50, p99, ratio, perSecond, trips, commands }) => [
        kilobytes,
        name,
        p50,
        p99,
        ratio,
        perSecond,
        trips,
        commands,
      ]),
    ),
  }
  return [goals, hits]
}
