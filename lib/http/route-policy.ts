import type { Capability } from '@/lib/base/roles'
import type { EngagementKey } from '@/lib/base/scope'
import { encodeTag, type Namespace, namespaceOf, namespaceTag, type Tag } from '@/lib/base/tag'
import type { Caching } from './cache-control'
import { createPathTable, type PathParameters } from './path-pattern'

interface Person {
  readonly userId: string
  readonly isAdmin: boolean
}

/** What reads are about, by whom a route lets in; the engagement is the path's. */
export interface Askers {
  anybody: null
  /** Signed in, and not let in yet. */
  pending: Person
  user: Person
  admin: Person
  member: Person & EngagementKey
}
export type Asker = keyof Askers

interface Rules {
  caching: Caching
  /**
   * Whether a 304 may stand for the answer.
   * - `always`: whoever is let in finds it there, such as a list
   * - `ifThere`: the address names a thing that may not be there
   */
  answers304: 'never' | 'always' | 'ifThere'
  /** What a member must be allowed to. */
  capability: Capability
}

export interface RoutePolicy<Pattern extends string, Who extends Asker, Read>
  extends Omit<Rules, 'capability'> {
  asker: Who
  /** Reading the engagement unless said. */
  capability?: Capability
  /**
   * Every read of the route, layouts included, by the path and the asker alone. Where the address
   * names a thing the first read finds it.
   */
  reads(path: PathParameters<Pattern>, asker: Askers[Who]): readonly Read[]
}

type PathValues = Readonly<Record<string, string>>

/** A policy and the path that was asked for. */
export interface FoundRoute<Who extends Asker, Read> extends Rules {
  pattern: string
  /** What the path holds in the places of the pattern's names. */
  parameters: PathValues
  asker: Who
  reads(asker: Askers[Who]): readonly Read[]
}
export type Route<Read> = { [Who in Asker]: FoundRoute<Who, Read> }[Asker]

export interface RouteEntry<Read> {
  pattern: string
  rules: Rules
  at(parameters: PathValues): Route<Read>
}

/** A row of the table of routes. */
export function routePolicy<Pattern extends string, Who extends Asker, Read>(
  pattern: Pattern,
  policy: RoutePolicy<Pattern, Who, Read>,
): RouteEntry<Read> {
  const { asker, caching, answers304, capability = 'engagement.read', reads } = policy
  const rules = { caching, answers304, capability }
  const at = (parameters: PathValues): FoundRoute<Who, Read> => ({
    ...rules,
    pattern,
    parameters,
    asker,
    reads: (who) => reads(parameters as PathParameters<Pattern>, who),
  })
  return { pattern, rules, at: at as (parameters: PathValues) => Route<Read> }
}

/**
 * The table of routes. A path that it does not know has no policy: it is answered without validator.
 * @throws RangeError for two rows of the same paths, and for one that may not be kept and yet
 *   answers 304
 */
export function createRouteTable<Read>(entries: readonly RouteEntry<Read>[]) {
  for (const { pattern, rules } of entries) {
    if (rules.caching.kind === 'never' && rules.answers304 !== 'never') {
      throw new RangeError(`${pattern} is never kept, so nobody can ask whether it changed.`)
    }
  }
  const table = createPathTable(entries.map((entry) => ({ pattern: entry.pattern, entry })))
  return {
    find(pathname: string): Route<Read> | null {
      const found = table.find(pathname)
      return found ? found.entry.at(found.parameters) : null
    },
  }
}

/**
 * A fact of its own: which answers were given about a namespace. It changes when one of them could
 * not be given whole; whoever kept the page that said so must not be told that it still stands.
 */
export function answersTag(namespace: Namespace): Tag {
  return encodeTag(namespace, 'answers')
}

/** The facts that a validator is made of; each once. Purging a namespace announces its tag alone. */
export function validatedTags(reads: readonly { tags: readonly Tag[] }[]): readonly Tag[] {
  const tags = reads.flatMap((read) => read.tags)
  const namespaces = [...new Set(tags.map(namespaceOf))]
  return [
    ...new Set([...namespaces.flatMap((name) => [namespaceTag(name), answersTag(name)]), ...tags]),
  ]
}
