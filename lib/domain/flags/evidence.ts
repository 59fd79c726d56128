import { latencyQuantile } from '@/lib/cache/latency-classes'
import {
  cachePaths,
  type FiguresByRead,
  noReadFigures,
  type PathFigures,
  type ReadFigures,
} from '@/lib/cache/path-figures'
import type { Evidence, GroupEvidence, PathEvidence, ReadGroup } from './schema'

/** A cached read: its name, its group, and whether its values belong to a client account. */
export interface GroupedRead {
  name: string
  group: ReadGroup
  ofClient: boolean
}

/** What the figures say of each group that has reads, in the order of the groups. */
export function evidenceOf(
  figures: FiguresByRead,
  groups: readonly ReadGroup[],
  reads: readonly GroupedRead[],
): GroupEvidence[] {
  return groups.flatMap((group) => {
    const own = reads.filter((read) => read.group === group)
    if (own.length === 0) return []
    const counted = own.map(({ name }) => ({ name, of: figures.get(name) ?? noReadFigures() }))
    return [
      {
        group,
        ...toEvidence(counted.map(({ of }) => of)),
        reads: counted.map(({ name, of }) => ({ name, ...toEvidence([of]) })),
        ofClients: own.some(({ ofClient }) => ofClient),
        ofPlatform: own.some(({ ofClient }) => !ofClient),
      },
    ]
  })
}

function toEvidence(figures: readonly ReadFigures[]): Evidence {
  const sum = (of: (figures: ReadFigures) => number) =>
    figures.reduce((total, one) => total + of(one), 0)
  return {
    paths: cachePaths.flatMap((path) => {
      const ofPath = figures.flatMap(({ paths }) => paths[path] ?? [])
      return ofPath.length > 0 ? [pathEvidence(path, ofPath)] : []
    }),
    shadow: {
      // Where the facts changed between the looks nobody can tell who was right.
      compared: sum(({ shadow }) => shadow.equal + shadow.legacy + shadow.redis),
      staleLegacy: sum(({ shadow }) => shadow.legacy),
      staleRedis: sum(({ shadow }) => shadow.redis),
    },
  }
}

function pathEvidence(path: PathEvidence['path'], figures: readonly PathFigures[]): PathEvidence {
  const sum = (of: (figures: PathFigures) => number) =>
    figures.reduce((total, one) => total + of(one), 0)
  const answered = sum(({ outcomes }) => outcomes.hit + outcomes.stale)
  const reads = answered + sum(({ outcomes: { miss, join, bypass } }) => miss + join + bypass)
  const classes = figures[0]?.latency.length ?? 0
  const latency = Array.from({ length: classes }, (_, index) =>
    sum((one) => one.latency[index] ?? 0),
  )
  return {
    path,
    reads,
    hitRatio: reads === 0 ? 0 : answered / reads,
    p50: latencyQuantile(latency, 0.5) ?? 0,
    p95: latencyQuantile(latency, 0.95) ?? 0,
  }
}
