import { countWords } from '@/lib/base/count-words'
import type { MappingView } from '@/lib/domain/mapping/page/schema'

const words = (count: number) => countWords(count, 'column', 'columns')

/**
 * What others did to the columns, for who cannot see them move; null when they did nothing.
 * @param known as the columns were
 * @param read as they are
 * @param me the name of who is told
 */
export function newsOf(
  known: readonly MappingView[],
  read: readonly MappingView[],
  me: string,
): string | null {
  const versions = new Map(known.map(({ mappingId, version }) => [mappingId, version]))
  const changed = read.filter(
    ({ mappingId, version, decidedBy }) =>
      decidedBy !== me && version > (versions.get(mappingId) ?? version),
  )
  const counts = new Map<string | null, number>()
  for (const { decidedBy } of changed) counts.set(decidedBy, (counts.get(decidedBy) ?? 0) + 1)
  const news = [...counts].map(([who, count]) =>
    who === null
      ? `Decisions about ${words(count)} were taken back.`
      : `${who} decided about ${words(count)}.`,
  )
  return news.length === 0 ? null : news.join(' ')
}
