import type { Failure } from '@/lib/base/result'

/** Carries a refused read through what only knows errors. */
export class ReadFailed extends Error {
  override readonly name = 'ReadFailed'

  constructor(readonly failure: Failure) {
    super(failure.message)
  }
}
