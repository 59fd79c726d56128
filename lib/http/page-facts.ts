import type { Tag } from '@/lib/base/tag'

/** What a page is made of, found out before it is rendered. */
export interface PageFacts {
  /** The facts of each of its reads, by the read's name; null where there are too many to say. */
  reads: Readonly<Record<string, readonly Tag[]>> | null
  /** Which changes of these facts were the latest ones before the page was rendered. */
  changes: readonly string[]
}

const factsHeader = 'x-portolan-facts'

/** Of the header: servers refuse a request whose headers are longer than some kilobytes. */
const mostBytes = 4096

interface FoundRead {
  name: string
  tags: readonly Tag[]
}

/**
 * Describes a page to the browser that will hear of changes.
 * @param versions of any of its facts; null where nobody knows
 */
export function pageFacts(
  reads: readonly FoundRead[],
  versions: readonly (string | null)[] | null,
): PageFacts {
  const byName: Record<string, readonly Tag[]> = {}
  for (const { name, tags } of reads) {
    byName[name] = [...new Set([...(byName[name] ?? []), ...tags])]
  }
  return { reads: byName, changes: changesOf(versions ?? []) }
}

/** Each version names the run of the script that made it, and so does the event of that run. */
function changesOf(versions: readonly (string | null)[]): string[] {
  const nonces = versions.map((version) => version?.split('|')[0]?.split(':')[2] ?? '')
  return [...new Set(nonces)].filter((nonce) => nonce !== '')
}

/**
 * Hands a page what it is made of. Whatever the asker sent under this name is gone.
 * @param facts null when nothing is known
 */
export function writePageFacts(headers: Headers, facts: PageFacts | null): void {
  headers.delete(factsHeader)
  if (!facts) return
  const text = JSON.stringify(facts)
  // Without its reads a page is shown anew at every change of its place, which is never too seldom.
  const short = text.length <= mostBytes ? text : JSON.stringify({ ...facts, reads: null })
  if (short.length <= mostBytes) headers.set(factsHeader, short)
}

/** @returns null when nothing was handed on */
export function readPageFacts(headers: Pick<Headers, 'get'>): PageFacts | null {
  const text = headers.get(factsHeader)
  return text === null ? null : JSON.parse(text)
}
