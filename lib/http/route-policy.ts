import type { EngagementKey } from '@/lib/base/scope'
import { namespaceOf, namespaceTag, type Tag } from '@/lib/base/tag'
import type { Caching } from './cache-control'
import { createPathTable, type PathParameters } from './path-pattern'

/** What tags are made of, by whom a route lets in. */
interface Askers {
  anybody: null
  user: { readonly userId: string }
  member: EngagementKey & { readonly userId: string }
}
type Asker = keyof Askers

interface Rules {
  caching: Caching
  /**
   * Whether a 304 may stand for the answer.
   * - `always`: whoever is let in finds it there, such as a list
   * - `onceSeen`: the address names a thing that may not be there; only after it was answered
   */
  answers304: 'never' | 'always' | 'onceSeen'
}

export interface RoutePolicy<Pattern extends string, Who extends Asker> extends Rules {
  asker: Who
  /** The facts of every read of the route, layouts included, by the path and the asker alone. */
  tags(path: PathParameters<Pattern>, asker: Askers[Who]): readonly Tag[]
}

/** A policy and the path that was asked for. */
interface FoundRoute<Who extends Asker> extends Rules {
  pattern: string
  asker: Who
  /** What the policy names, and the tag of every namespace in it, each once. */
  tags(asker: Askers[Who]): readonly Tag[]
}
export type Route = { [Who in Asker]: FoundRoute<Who> }[Asker]

type PathValues = Readonly<Record<string, string>>
interface RouteEntry {
  pattern: string
  rules: Rules
  at(parameters: PathValues): Route
}

/** A row of the table of routes. */
export function routePolicy<Pattern extends string, Who extends Asker>(
  pattern: Pattern,
  { asker, caching, answers304, tags }: RoutePolicy<Pattern, Who>,
): RouteEntry {
  const rules = { caching, answers304 }
  const at = (parameters: PathValues): FoundRoute<Who> => ({
    ...rules,
    pattern,
    asker,
    tags: (who) => withNamespaces(tags(parameters as PathParameters<Pattern>, who)),
  })
  return { pattern, rules, at: at as (parameters: PathValues) => Route }
}

/**
 * The table of routes. A path that it does not know has no policy: it is answered without validator.
 * @throws RangeError for two rows of the same paths, and for one that may not be kept and yet
 *   answers 304
 */
export function createRouteTable(entries: readonly RouteEntry[]) {
  for (const { pattern, rules } of entries) {
    if (rules.caching.kind === 'never' && rules.answers304 !== 'never') {
      throw new RangeError(`${pattern} is never kept, so nobody can ask whether it changed.`)
    }
  }
  const table = createPathTable(entries.map((entry) => ({ pattern: entry.pattern, entry })))
  return {
    find(pathname: string): Route | null {
      const found = table.find(pathname)
      return found ? found.entry.at(found.parameters) : null
    },
  }
}

/** Purging a namespace announces its own tag alone. */
function withNamespaces(tags: readonly Tag[]): readonly Tag[] {
  return [...new Set([...tags.map((tag) => namespaceTag(namespaceOf(tag))), ...tags])]
}
