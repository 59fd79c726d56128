import { conflict } from '@/lib/base/conflict'
import type { Failure } from '@/lib/base/result'
import type { Place } from './schema'

/** Somebody else changed the client account or the engagement; what it is now. */
export function placeConflict({
  version,
  name,
  archived,
}: Pick<Place, 'version' | 'name' | 'archived'>): Failure {
  return conflict({ version, values: { name, archived } })
}
