/** A validator of a representation: RFC 9110, section 8.8.3. */
export interface EntityTag {
  readonly weak: boolean
  /** What stands between the quotes. */
  readonly opaque: string
}

/** What If-Match or If-None-Match lists; `*` is any representation there is. */
export type ListedTags = '*' | readonly EntityTag[]

const opaqueText = /^[!#-~\x80-\xff]*$/

/**
 * One place of a list and what ends it. Places may be empty (RFC 9110, section 5.6.1.2). No two
 * ways to read the same blanks, so that a hostile value costs no more than its length.
 */
const place = /[ \t]*(?:(W\/)?"([!#-~\x80-\xff]*)"[ \t]*)?(,|$)/y

/** @throws RangeError for a text that no entity tag can hold */
export function printEntityTag({ weak, opaque }: EntityTag): string {
  if (!opaqueText.test(opaque)) throw new RangeError('An entity tag cannot hold this text.')
  return `${weak ? 'W/' : ''}"${opaque}"`
}

/**
 * Reads the value of If-Match or If-None-Match (RFC 9110, sections 13.1.1 and 13.1.2).
 * @param value one code unit per byte, as Headers gives it
 * @returns null when any part of it is malformed: what a client meant by the rest is not guessed
 */
export function parseListedTags(value: string): ListedTags | null {
  if (/^[ \t]*\*[ \t]*$/.test(value)) return '*'
  const tags: EntityTag[] = []
  place.lastIndex = 0
  for (let end = ','; end === ','; ) {
    const found = place.exec(value)
    if (!found) return null
    const [, weak, opaque] = found
    if (opaque !== undefined) tags.push({ weak: weak !== undefined, opaque })
    end = found[3] ?? ''
  }
  return tags
}

/** Whether two representations may stand for each other: RFC 9110, section 8.8.3.2. */
export function matchesWeakly(one: EntityTag, other: EntityTag): boolean {
  return one.opaque === other.opaque
}

/** Whether two representations are the same byte for byte: RFC 9110, section 8.8.3.2. */
export function matchesStrongly(one: EntityTag, other: EntityTag): boolean {
  return !one.weak && !other.weak && one.opaque === other.opaque
}

/**
 * What If-Match names of something that is edited: the version that its data says. An answer's own
 * validator is weak and depends on more than the thing, so no write can be guarded by it.
 */
export function entityTagOfVersion(version: number): EntityTag {
  return { weak: false, opaque: String(version) }
}
