import { isPlainObject } from './keys'

/**
 * Where a value would not come back from JSON exactly as it was, so that readers would get something
 * else from the cache than from the database: a Date, a Map, a field without a value.
 * @returns the first such place, as in `$.rows[3].createdAt`; null when there is none
 */
export function findUnstorable(value: unknown): string | null {
  const steps = search(value)
  return steps && `$${steps.join('')}`
}

/** The way to the first such place. Built on the way back only: most values have none. */
function search(value: unknown): string[] | null {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return null
  if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0) ? null : []
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      const found = search(item)
      if (found) return [`[${index}]`, ...found]
    }
    return null
  }
  if (!isPlainObject(value)) return []
  for (const [name, field] of Object.entries(value)) {
    const found = search(field)
    if (found) return [`.${name}`, ...found]
  }
  return null
}
