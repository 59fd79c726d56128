import { isValidElement } from 'react'

const lazyType = Symbol.for('react.lazy')

interface Lazy {
  $$typeof: symbol
  _payload: unknown
  _init: (payload: unknown) => unknown
}

/**
 * Whether two React nodes draw the same. In doubt they do not: what has not arrived yet, and a
 * function that is not the very same, count as different.
 */
export function sameContent(one: unknown, other: unknown): boolean {
  const before = arrived(one)
  const after = arrived(other)
  if (Object.is(before, after)) return true
  if (!isObject(before) || !isObject(after)) return false
  if (Array.isArray(before) || Array.isArray(after)) return sameList(before, after)
  if (isValidElement(before) || isValidElement(after)) return sameElement(before, after)
  return isPlain(before) && isPlain(after) && sameFields(before, after)
}

/** What a server's answer says later is wrapped until it has come; what is wrapped counts. */
function arrived(node: unknown): unknown {
  if (!isLazy(node)) return node
  try {
    return node._init(node._payload)
  } catch {
    // It throws what one would have to wait for.
    return node
  }
}

function isLazy(node: unknown): node is Lazy {
  return isObject(node) && '$$typeof' in node && node.$$typeof === lazyType
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value)
  return (prototype === Object.prototype || prototype === null) && !isLazy(value)
}

function sameList(before: object, after: object): boolean {
  if (!Array.isArray(before) || !Array.isArray(after)) return false
  return before.length === after.length && before.every((item, at) => sameContent(item, after[at]))
}

function sameElement(before: object, after: object): boolean {
  if (!isValidElement(before) || !isValidElement(after)) return false
  return (
    before.key === after.key &&
    sameContent(before.type, after.type) &&
    sameContent(before.props, after.props)
  )
}

function sameFields(before: object, after: object): boolean {
  const fields = Object.entries(before)
  const others = new Map(Object.entries(after))
  return (
    fields.length === others.size &&
    fields.every(([name, value]) => others.has(name) && sameContent(value, others.get(name)))
  )
}
