import 'server-only'
import { headers } from 'next/headers'
import type { Result } from '@/lib/base/result'
import type { LimitName } from '@/lib/domain/protection/limits'
import { giveBack, takeTurn } from '@/lib/domain/protection/take-turn'
import { clientAddress } from '@/lib/http/client-address'
import { container } from './container'

/**
 * Takes a turn of a limit.
 * @param who a person's id, or an address
 * @returns `rate_limited` when none is left, which an API answers with 429 and Retry-After
 */
export function limitRate(rule: LimitName, who: string): Promise<Result<null>> {
  const { platform: db, clock } = container()
  return takeTurn({ db, clock }, rule, who)
}

/** Does work within a limit of which only failures use anything up. */
export async function limitFailures<T>(
  rule: LimitName,
  who: string,
  work: () => Promise<Result<T>>,
): Promise<Result<T>> {
  const turn = await limitRate(rule, who)
  if (!turn.ok) return turn
  const result = await work()
  const { platform: db, clock } = container()
  if (result.ok) await giveBack({ db, clock }, rule, who)
  return result
}

/** Where the present request came from. */
export async function presentAddress(): Promise<string> {
  return clientAddress(await headers())
}
