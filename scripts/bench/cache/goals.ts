import type { CacheFigures } from './figures'

/** What a figure should be, and whether it was. No bench fails by it. */
export interface Goal {
  what: string
  goal: string
  found: string
  reached: boolean
}

const goal = (what: string, wanted: string, found: string, reached: boolean): Goal => ({
  what,
  goal: wanted,
  found,
  reached,
})

const ms = (value: number) => `${value} ms`

const ours = <T extends { name: string }>(subjects: readonly T[]) =>
  subjects.find(({ name }) => name.startsWith('portolan'))

function judgeTrips(
  what: string,
  subjects: readonly { name: string; trips: number; commands: number }[],
): Goal {
  const own = ours(subjects)
  const found = `${own?.trips}, ${own?.commands}`
  return goal(what, '1 trip, 1 command', found, found === '1, 1')
}

export function judgeFigures(figures: CacheFigures): Goal[] {
  return [
    ...judgeHits(figures.hits),
    judgeTrips('10 keys × 2 tags', figures.manyKeys.subjects),
    judgeTagged(figures.taggedEntries),
    ...figures.coldReaders.runs.map(({ readBudget, rounds }) =>
      goal(
        `loads for ${figures.coldReaders.readers} cold readers who wait ${readBudget} ms for Redis`,
        '1',
        rounds.map(({ originLoads }) => originLoads).join(', '),
        rounds.every(({ originLoads }) => originLoads === 1),
      ),
    ),
    goal(
      'round trips that a write gains',
      '2',
      String(ours(figures.writes.subjects)?.trips),
      ours(figures.writes.subjects)?.trips === 2,
    ),
    ...figures.deadRedis.map(({ way, firstMs, laterSlowest, wrong }) =>
      goal(
        `Redis dead (${way}): first read, slowest later read, wrong answers`,
        '150 ms, 5 ms, 0',
        `${ms(firstMs)}, ${ms(laterSlowest)}, ${wrong}`,
        firstMs <= 150 && laterSlowest <= 5 && wrong === 0,
      ),
    ),
    goal(
      'memory that bumps leave once a stream’s life is over',
      'none',
      `${figures.memory.trimmed.laterBytesPerBump} bytes per bump`,
      figures.memory.trimmed.laterBytesPerBump < 5,
    ),
  ]
}

function judgeHits(hits: CacheFigures['hits']): Goal[] {
  return hits.flatMap(({ kilobytes, loads, subjects }) => {
    const own = ours(subjects)
    if (!own) return []
    return [
      judgeTrips(`5-tag hit of ${kilobytes} KB`, subjects),
      ...(kilobytes <= 10
        ? [
            goal(
              `5-tag hit of ${kilobytes} KB: p50 over that of a plain GET`,
              'at most 1.3',
              String(own.ratio),
              own.ratio <= 1.3 && loads === 1,
            ),
          ]
        : []),
    ]
  })
}

/** Medians of a busy machine differ by some; what grew with the entries would be far beyond. */
function judgeTagged({ groups, servedBefore, servedAfter }: CacheFigures['taggedEntries']): Goal {
  const [one, ...more] = groups.map(({ p50 }) => p50)
  return goal(
    `invalidation of ${groups.map(({ entries }) => entries).join(', ')} entries`,
    'the same time',
    groups.map(({ p50 }) => ms(p50)).join(', '),
    servedBefore === groups.length &&
      servedAfter === 0 &&
      more.every((p50) => p50 <= (one ?? 0) * 1.3),
  )
}
