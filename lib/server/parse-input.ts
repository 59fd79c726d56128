import 'server-only'
import type * as z from 'zod'
import { failure, type Result, success } from '@/lib/base/result'

/**
 * Checks an input against its schema.
 * @returns the parsed input, or `invalid_input` with every problem at once, per field in words
 */
export function parseInput<S extends z.ZodType>(schema: S, value: unknown): Result<z.output<S>> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return success(parsed.data)
  const fields = new Map<string, string>()
  for (const issue of parsed.error.issues) {
    const name = issue.path.join('.')
    if (!fields.has(name)) fields.set(name, issue.message)
  }
  return failure('invalid_input', { fields: Object.fromEntries(fields) })
}
