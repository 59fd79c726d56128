import { hash as digest } from 'node:crypto'
import { encodePart, type Namespace, namespaceOf, namespaceTag, type Tag } from '@/lib/base/tag'

/** Every name that the cache has in Redis. */
export interface Keys {
  tag(tag: Tag): string
  marker(namespace: Namespace): string
  /** What the names of all markers begin with. */
  markerPrefix(): string
  stream(namespace: Namespace): string
  entry(of: EntryName): string
  /** Of a value's key; differs by the letter alone. */
  lease(entryKey: string): string
  /** What is counted of a read, and the names of the reads that are counted. */
  counts(read: string): string
  countedReads(): string
  /** How the paths did in an hour; hours since 1970. */
  figures(hour: number): string
  /** What people felt in an hour; hours since 1970. */
  vitals(hour: number): string
  /** Which settings a process obeys, and the names of the processes. */
  instance(id: string): string
  instances(): string
  /** Who is at a thing, by their ids, and what one of them does there. */
  present(namespace: Namespace, thing: string): string
  presence(namespace: Namespace, thing: string, person: string): string
}

export interface EntryName {
  namespace: Namespace
  read: string
  /** Changes whenever the shape of the value does: two deploys at once do not meet. */
  schemaHash: string
  /** Everything that the value depends on. */
  input: unknown
}

/** @param env names the database whose facts are cached */
export function createKeys(env: string): Keys {
  const prefix = encodePart(env)
  const [entries, leases] = [`${prefix}:e:`, `${prefix}:l:`]
  return {
    tag: (tag) => `${prefix}:t:${tag}`,
    marker: (namespace) => `${prefix}:m:${namespace}`,
    markerPrefix: () => `${prefix}:m:`,
    stream: (namespace) => `${prefix}:s:${namespace}`,
    entry: ({ namespace, read, schemaHash, input }) =>
      `${entries}${namespace}:${encodePart(read)}@${encodePart(schemaHash)}:${hash(input)}`,
    lease: (entryKey) => `${leases}${entryKey.slice(entries.length)}`,
    counts: (read) => `${prefix}:c:${encodePart(read)}`,
    countedReads: () => `${prefix}:reads`,
    figures: (hour) => `${prefix}:f:${hour}`,
    vitals: (hour) => `${prefix}:v:${hour}`,
    instance: (id) => `${prefix}:i:${encodePart(id)}`,
    instances: () => `${prefix}:instances`,
    present: (namespace, thing) => `${prefix}:h:${namespace}:${encodePart(thing)}`,
    presence: (namespace, thing, person) =>
      `${prefix}:p:${namespace}:${encodePart(thing)}:${encodePart(person)}`,
  }
}

function hash(input: unknown): string {
  return digest('sha256', canonicalJson(input), 'base64url')
}

/**
 * JSON with sorted names, so that equal inputs are equal texts.
 * @throws TypeError for what JSON would drop or change: inputs that differ must not meet
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') {
    return JSON.stringify(value)
  }
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (!isPlainObject(value)) throw new TypeError('The input of a cached read must be plain JSON')
  const fields = Object.keys(value)
    .filter((name) => value[name] !== undefined)
    .sort()
    .map((name) => `${JSON.stringify(name)}:${canonicalJson(value[name])}`)
  return `{${fields.join(',')}}`
}

/** An object whose content is its fields: no Date, no Map, no class. */
export function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false
  const prototype = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

/** The tags that a read carries: its own and those of every namespace that they name, each once. */
export function withNamespaceTags(namespace: Namespace, tags: readonly Tag[]): Tag[] {
  const namespaces = [namespace, ...tags.map(namespaceOf)]
  return [...new Set([...namespaces.map(namespaceTag), ...tags])]
}

/** The namespaces that tags name, each once. */
export function namespacesOf(tags: readonly Tag[]): Namespace[] {
  return [...new Set(tags.map(namespaceOf))]
}
