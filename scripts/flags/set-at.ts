import { isObject } from '@/lib/flags/parse-flags'

/**
 * A copy of a tree of objects with another value at one place; what is missing on the way is made.
 * @param value undefined takes away what is there
 */
export function setAt(tree: unknown, [name, ...rest]: readonly string[], value: unknown): unknown {
  if (name === undefined) return value
  const { [name]: old, ...others } = isObject(tree) ? tree : {}
  const next = setAt(old, rest, value)
  return next === undefined ? others : { ...others, [name]: next }
}
