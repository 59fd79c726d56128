/** `name` is unique in the file and never empty; `header` is the cell as it came. */
export type Column = { index: number; name: string; header: string }

/** Headers that begin so mark a file as one of our own exports. */
const OWN_PREFIX = 'Portolan: '

/** Name of a column that only our exports carry, e.g. `Portolan: reason`. */
export function ownColumnName(label: string): string {
  return `${OWN_PREFIX}${label}`
}

/** Whether a column was added by one of our exports and is no data of the customer. */
export function isOwnColumn(name: string): boolean {
  return name.startsWith(OWN_PREFIX)
}

/**
 * Unique names for a header row: `Name`, `Name (2)`; an empty header becomes `Column 7`.
 * A Set and plain strings only, so that headers such as `__proto__` are names like any other.
 */
export function nameColumns(headers: readonly string[]): Column[] {
  const taken = new Set<string>()
  const given = new Set(headers.map(cleanHeader))
  return headers.map((header, index) => {
    const wanted = cleanHeader(header) || `Column ${index + 1}`
    const name = taken.has(wanted) ? nextFree(wanted, taken, given) : wanted
    taken.add(name)
    return { index, name, header }
  })
}

function nextFree(wanted: string, taken: Set<string>, given: Set<string>): string {
  let count = 2
  while (taken.has(`${wanted} (${count})`) || given.has(`${wanted} (${count})`)) count += 1
  return `${wanted} (${count})`
}

/** Spaces of every kind collapse to one; zero-width characters and controls go. */
function cleanHeader(header: string): string {
  return header
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .replace(/\p{Cf}/gu, '')
    .trim()
}
