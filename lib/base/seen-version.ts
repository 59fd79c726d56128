import * as z from 'zod'

/**
 * Which state of a thing an edit may replace: the version that was seen, one of several, or
 * whichever there is. A form's field `version` and an API's If-Match are this one argument.
 */
export const seenVersionSchema = z.union([
  z.literal('*'),
  z.array(z.number().int()),
  z.coerce.number().int().positive(),
])
export type SeenVersion = z.infer<typeof seenVersionSchema>

/** Whether an edit may replace the present version. */
export function mayReplace(seen: SeenVersion, present: number): boolean {
  if (seen === '*') return true
  return Array.isArray(seen) ? seen.includes(present) : seen === present
}
