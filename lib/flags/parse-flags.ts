import type { ZodError } from 'zod'
import { type FlagKey, type FlagValues, flagDefinitions, flagKeys } from './definitions'

export interface FlagProblem {
  key: FlagKey
  /** What is wrong, in words for an administrator. */
  message: string
}

export interface ParsedFlags {
  values: FlagValues
  /** None when everything is obeyed as it is written. */
  problems: FlagProblem[]
}

/** What holds where nothing can be read. */
export const safeFlags: FlagValues = {
  'cache-path': flagDefinitions['cache-path'].safeDefault,
  'cache-enabled': flagDefinitions['cache-enabled'].safeDefault,
  'http-validators': flagDefinitions['http-validators'].safeDefault,
  'live-updates': flagDefinitions['live-updates'].safeDefault,
}

/**
 * Checks what stands in the store. A flag that is missing or malformed in any part is its safe
 * default as a whole; the others are obeyed. Never throws. What is no flag of ours is left out.
 */
export function parseFlags(stored: unknown): ParsedFlags {
  const given = isObject(stored) ? stored : {}
  const problems: FlagProblem[] = []
  const sound = flagKeys.flatMap((key) => {
    const parsed = flagDefinitions[key].schema.safeParse(given[key])
    if (parsed.success) return [[key, parsed.data]]
    problems.push({ key, message: given[key] === undefined ? 'is missing' : words(parsed.error) })
    return []
  })
  return { values: { ...safeFlags, ...Object.fromEntries(sound) }, problems }
}

/** Whether an item of the store can hold flags at all. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function words({ issues }: ZodError): string {
  return issues
    .map(({ path, message }) => (path.length > 0 ? `${path.join('.')}: ${message}` : message))
    .join('; ')
}
