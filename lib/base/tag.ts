declare const namespaceBrand: unique symbol
declare const tagBrand: unique symbol

/** Whose facts: one client account's, or everybody's. */
export type Namespace = string & { readonly [namespaceBrand]: true }

/** The name of a fact that a cached value depends on; it begins with its namespace. */
export type Tag = string & { readonly [tagBrand]: true }

const separator = ':'
const unsafe = /[^A-Za-z0-9_.~-]/
const everyUnsafe = new RegExp(unsafe, 'g')

/**
 * A part as ASCII without separators. Works on UTF-16 code units, so that no two texts share an
 * encoding, lone surrogates included.
 */
export function encodePart(part: string): string {
  // Most parts are ids and names, which need no change.
  if (!unsafe.test(part)) return part
  return part.replaceAll(
    everyUnsafe,
    (unit) => `%${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

export const globalNamespace = 'global' as Namespace

/** @param clientAccountId any text; no two share a namespace, and none is the global one */
export function clientNamespace(clientAccountId: string): Namespace {
  return `client.${encodePart(clientAccountId)}` as Namespace
}

/** The tag that every value of a namespace carries: announcing it purges the namespace. */
export function namespaceTag(namespace: Namespace): Tag {
  return namespace as string as Tag
}

/**
 * The tag of a fact. No two lists of parts in any two namespaces collide.
 * @param kind of fact, such as a table's name
 * @param parts what tells one fact of the kind from another, such as a row's id
 */
export function encodeTag(namespace: Namespace, kind: string, ...parts: string[]): Tag {
  return [namespace, ...[kind, ...parts].map(encodePart)].join(separator) as Tag
}

export function namespaceOf(tag: Tag): Namespace {
  const end = tag.indexOf(separator)
  return (end === -1 ? tag : tag.slice(0, end)) as string as Namespace
}
