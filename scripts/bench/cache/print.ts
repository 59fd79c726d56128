import type { RequestCount } from './count-requests'
import type { CacheFigures } from './figures'
import type { Goal } from './goals'
import type { Latency } from './latency'

const line = (cells: (string | number)[]) => cells.join('   ')

const latency = ({ name, p50, p99, ratio, trips, commands }: Latency & RequestCount) =>
  line([
    `  p50 ${p50} ms`,
    `p99 ${p99} ms`,
    `× ${ratio}`,
    `trips ${trips}`,
    `commands ${commands}`,
    name,
  ])

/** The figures in words, for a terminal. */
export function writeFigures(figures: CacheFigures, goals: readonly Goal[]): string {
  const { hits, manyKeys, taggedEntries, coldReaders, writes, memory } = figures
  return [
    `Engine: ${figures.engine}`,
    ...hits.flatMap(({ kilobytes, subjects }) => [
      `Hits, ${kilobytes} KB`,
      ...subjects.map((one) => `${latency(one)}   ${one.perSecond}/s`),
    ]),
    'Ten keys',
    ...manyKeys.subjects.map(latency),
    'Invalidation',
    ...taggedEntries.groups.map(({ entries, p50, p99 }) =>
      line([`  p50 ${p50} ms`, `p99 ${p99} ms`, `${entries} entries`]),
    ),
    `Cold readers: ${coldReaders.readers} in ${coldReaders.processes} processes`,
    ...coldReaders.runs.flatMap(({ readBudget, rounds }) =>
      rounds.map(({ originLoads, p50, slowest }) =>
        line([
          `  loads ${originLoads}`,
          `p50 ${p50} ms`,
          `slowest ${slowest} ms`,
          `who wait ${readBudget} ms for Redis`,
        ]),
      ),
    ),
    'Writes',
    ...writes.subjects.map(latency),
    `Memory: ${memory.bytesPerBump} bytes for each of ${memory.bumps} bumps, for as long as a stream lives; ${memory.trimmed.laterBytesPerBump} after that`,
    'Goals',
    ...goals.map(({ what, goal, found, reached }) =>
      line([reached ? '  reached' : '  MISSED ', what, `found ${found}`, `wanted ${goal}`]),
    ),
  ].join('\n')
}
