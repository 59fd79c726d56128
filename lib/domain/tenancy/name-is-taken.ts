import { errorMessage } from '@/lib/base/errors'
import { type Failure, failure } from '@/lib/base/result'

/** The refusal of a name that another one has, said at the field. */
export function nameIsTaken(): Failure {
  return failure('already_exists', { fields: { name: errorMessage('already_exists') } })
}
