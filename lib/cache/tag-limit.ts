import type { Tag } from '@/lib/base/tag'

/** So many tags at most are touched by one run of a script, which stops everybody meanwhile. */
export const mostTags = 512

/**
 * @param what in words, as a sentence's subject
 * @throws RangeError when there are too many
 */
export function checkTagCount(what: string, { length }: readonly Tag[]): void {
  if (length > mostTags) {
    throw new RangeError(
      `${what} names ${length} tags, and ${mostTags} are the most: name fewer, wider facts`,
    )
  }
}
