import { setTimeout as sleep } from 'node:timers/promises'
import type { Random } from '@/db/seed/estate/random'
import { nameOf, type WrittenPlace } from './facts'
import { labelOf, type Run } from './run'
import { count } from './tally'

/** What one writer was told of its values. */
export interface Acknowledged {
  /** The largest of which the site said that it is done, invalidation included. */
  floor: number
  /** All of which it said that they are committed. */
  values: Set<number>
}

const betweenWrites = 150
const patience = 10_000

/** Announces imports with growing numbers, at a site chosen anew for each, until the run is over. */
export async function keepWriting(
  run: Run,
  place: WrittenPlace,
  random: Random,
  acknowledged: Acknowledged,
): Promise<void> {
  for (let value = 1; !run.over; value++) {
    const site = random.whole(0, run.world.sites.length - 1)
    const outcome = await write(run, site, place, value)
    run.tally.writes[outcome] += 1
    if (outcome === 'done' || outcome === 'pending') acknowledged.values.add(value)
    if (outcome === 'done') acknowledged.floor = value
    await sleep(betweenWrites)
  }
}

type Outcome = keyof Run['tally']['writes']

/** `unknown`: no answer came, or one that does not say whether it was committed. */
async function write(
  run: Run,
  site: number,
  { letter, place, email }: WrittenPlace,
  value: number,
): Promise<Outcome> {
  const { world, cookies, tally } = run
  const during = labelOf(run)
  try {
    const response = await fetch(`${world.sites[site]?.url}/api/${place}/imports`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Cookie: cookies.get(email) ?? '' },
      body: JSON.stringify({
        name: nameOf(letter, value),
        sizeBytes: 10,
        partCount: 1,
        partSize: 10,
      }),
      signal: AbortSignal.timeout(patience),
    })
    const answer = await response.json()
    if (response.status === 201) return answer.invalidation === 'pending' ? 'pending' : 'done'
    count(tally.writeErrors, `${response.status} during ${during()}`)
    return response.status < 500 ? 'refused' : 'unknown'
  } catch (error) {
    const name = error instanceof Error ? error.name : 'error'
    count(tally.writeErrors, `${name} during ${during()}`)
    return 'unknown'
  }
}
