/** The names that stand after colons in a pattern such as `/:client/flows/:flowId`. */
type ParameterNames<Pattern extends string> =
  Pattern extends `${string}:${infer Name}/${infer Rest}`
    ? Name | ParameterNames<`/${Rest}`>
    : Pattern extends `${string}:${infer Name}`
      ? Name
      : never

/** What a path holds in the places of a pattern's names; decoded. */
export type PathParameters<Pattern extends string> = Readonly<
  Record<ParameterNames<Pattern>, string>
>

export interface PathTable<Entry> {
  /** The entry whose pattern has the path, and what stands in its places; null when none has. */
  find(pathname: string): { entry: Entry; parameters: Readonly<Record<string, string>> } | null
}

const isName = (part: string) => part.startsWith(':')

/**
 * Looks paths up by their patterns. Where several fit, a fixed part wins over a name, the leftmost
 * difference first, as the framework's router has it: `assets/export` is no asset's id. A path with
 * a slash at its end, with an empty part or with a code that cannot be read fits none.
 * @throws RangeError for two patterns that differ in their names alone
 */
export function createPathTable<Entry>(
  entries: readonly { pattern: string; entry: Entry }[],
): PathTable<Entry> {
  const routes = entries
    .map(({ pattern, entry }) => ({ pattern, parts: pattern.split('/'), entry }))
    .sort((one, other) => compareParts(one.parts, other.parts))
  for (const [index, { pattern, parts }] of routes.entries()) {
    const before = routes[index - 1]
    if (before && compareParts(before.parts, parts) === 0) {
      throw new RangeError(`${before.pattern} and ${pattern} have the same paths.`)
    }
  }
  return {
    find(pathname) {
      const given = pathname.split('/')
      for (const { parts, entry } of routes) {
        const parameters = readParameters(parts, given)
        if (parameters) return { entry, parameters }
      }
      return null
    },
  }
}

/** Fixed parts before names; 0 for patterns that no path tells apart. */
function compareParts(one: readonly string[], other: readonly string[]): number {
  if (one.length !== other.length) return one.length - other.length
  for (const [index, part] of one.entries()) {
    const opposite = other[index] ?? ''
    if (isName(part) !== isName(opposite)) return isName(part) ? 1 : -1
    if (!isName(part) && part !== opposite) return part < opposite ? -1 : 1
  }
  return 0
}

function readParameters(
  parts: readonly string[],
  given: readonly string[],
): Record<string, string> | null {
  if (parts.length !== given.length) return null
  const parameters: [string, string][] = []
  for (const [index, part] of parts.entries()) {
    const text = given[index] ?? ''
    if (isName(part)) {
      const value = decode(text)
      if (!value) return null
      parameters.push([part.slice(1), value])
    } else if (part !== text) return null
  }
  return Object.fromEntries(parameters)
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch (error) {
    if (error instanceof URIError) return null
    throw error
  }
}
