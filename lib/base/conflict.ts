import { type Failure, failure } from './result'

/** What somebody else has made of an edited thing, by the names that its form and API use. */
export interface NewerState {
  /** From which it can be edited again. */
  version: number
  values: Readonly<Record<string, string | boolean | null>>
}

const goneMessage = 'Somebody else removed this in the meantime.'

/**
 * The refusal of an edit that began from another state than the present one.
 * @param newer the present state; null when the thing is not there any more
 */
export function conflict(newer: NewerState | null): Failure {
  return failure('conflict', {
    ...(newer === null && { message: goneMessage }),
    details: { newer },
  })
}

/** The present state that a refusal carries; null when it carries none. */
export function newerStateOf({ details }: Failure): NewerState | null {
  const newer = details?.newer
  return isNewerState(newer) ? newer : null
}

function isNewerState(value: unknown): value is NewerState {
  return typeof value === 'object' && value !== null && 'version' in value && 'values' in value
}
