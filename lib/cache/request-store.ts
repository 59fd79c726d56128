import type { Breaker } from './breaker'
import type { Budget } from './budget'
import type { Report } from './events'
import { inOneTick } from './one-tick'
import type { LookAnswer, LookRequest, Store } from './store'
import { DeadlineError, type Timer, withDeadline } from './timer'

/** Redis as one request sees it: within the request's budget, and never an error. */
export interface RequestStore {
  /** Looks of one tick travel together. Null when Redis does not answer. */
  look(request: LookRequest): Promise<LookAnswer | null>
  /** @returns null when Redis does not answer, whatever became of the call */
  ask<T>(name: string, work: (store: Store) => Promise<T>): Promise<T | null>
}

export interface RequestStoreParts {
  store: Store
  breaker: Breaker
  budget: Budget
  timer: Timer
  report: Report
}

export function createRequestStore(parts: RequestStoreParts): RequestStore {
  const { store, breaker, budget, timer, report } = parts

  async function ask<T>(name: string, work: (store: Store) => Promise<T>): Promise<T | null> {
    const left = budget.left()
    if (left <= 0 || !breaker.allows()) return null
    try {
      return await budget.spend(() => withDeadline(timer, left, () => work(store)))
    } catch (error) {
      report({ kind: 'storeFailed', call: name, error })
      // A call that came when the budget was all but spent says little about Redis.
      if (!(error instanceof DeadlineError) || left >= budget.whole / 2) breaker.fail()
      return null
    }
  }

  const look = inOneTick<LookRequest, LookAnswer | null>(async (requests) => {
    const answers = await ask('look', (redis) => redis.look(requests))
    return answers ?? requests.map(() => null)
  })
  return { ask, look }
}
