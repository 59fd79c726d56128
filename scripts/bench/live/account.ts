import type { HeardByOne } from './connection'

/** A stream as it is at the end: names of changes, oldest first, and the engagements they are of. */
export interface ToldChange {
  name: string
  engagementIds: ReadonlySet<string>
}

/** What a listener at an engagement should have heard, from where it began. */
export function expectedOf(
  told: readonly ToldChange[],
  begun: string,
  engagementId: string,
): readonly string[] {
  const start = told.findIndex(({ name }) => name === begun)
  return told
    .slice(start + 1)
    .filter(({ engagementIds }) => engagementIds.has(engagementId))
    .map(({ name }) => name)
}

/** How many changes of its engagement a listener has not heard. */
export function lostBy(
  heard: Pick<HeardByOne, 'begun' | 'names'>,
  told: readonly ToldChange[],
  engagementId: string,
): number {
  return expectedOf(told, heard.begun, engagementId).filter((name) => !heard.names.has(name)).length
}
