import { type FlagValues, flagDefinitions, flagKeys } from './definitions'
import { isObject } from './parse-flags'

/** The values with those of somebody who tries others; what is malformed among these is left out. */
export function overrideFlags(values: FlagValues, overrides: unknown): FlagValues {
  if (!isObject(overrides)) return values
  const replaced = flagKeys.flatMap((key) => {
    const parsed = flagDefinitions[key].schema.safeParse(overrides[key])
    return parsed.success ? [[key, parsed.data]] : []
  })
  return { ...values, ...Object.fromEntries(replaced) }
}
