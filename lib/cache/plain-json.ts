import { isPlainObject } from './keys'

/**
 * Whether a value comes back from JSON as it was, but for absent fields. A Date or a Map would not:
 * a reader would get something else from the cache than from the database.
 */
export function isPlainJson(value: unknown): boolean {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true
  if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0)
  if (Array.isArray(value)) return value.every(isPlainJson)
  if (!isPlainObject(value)) return false
  return Object.values(value).every((field) => field === undefined || isPlainJson(field))
}
