import type { Tag } from '@/lib/base/tag'

/** The header of data that says which facts it was made of; its browser hears of their changes. */
export const readTagsHeader = 'X-Read-Tags'

/** Where there are more facts than a header bears. */
const anyChange = '*'

const mostBytes = 4096

/** @returns each tag once, with spaces between them; `*` where they would be too long */
export function printReadTags(tags: readonly Tag[]): string {
  const text = [...new Set(tags)].join(' ')
  return text.length <= mostBytes ? text : anyChange
}
