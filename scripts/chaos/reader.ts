import { setTimeout as sleep } from 'node:timers/promises'
import type { Fact } from './facts'
import { labelOf, type Run } from './run'
import { count, noteStale } from './tally'

/** What a read is held to: the least that it must show, and what it is told of what it showed. */
export interface Expectation {
  /** The largest value acknowledged so far; 0 where nobody acknowledges. */
  floor(): number
  /** @param began and ended milliseconds since 1970 */
  saw(value: number, began: number, ended: number): void
}

const betweenReads = 120
const patience = 15_000

/** @returns the value that a site shows; null when it shows none, whatever came instead */
export async function readFact(run: Run, site: number, fact: Fact): Promise<number | null> {
  const { world, tally, cookies } = run
  const began = Date.now()
  const during = labelOf(run)
  const headers = fact.email ? { Cookie: cookies.get(fact.email) ?? '' } : undefined
  try {
    const response = await fetch(`${world.sites[site]?.url}${fact.path}`, {
      headers,
      signal: AbortSignal.timeout(patience),
    })
    const body = await response.text()
    tally.slowestRead = Math.max(tally.slowestRead, Date.now() - began)
    const shown = response.ok ? fact.shown(body) : null
    if (shown === null) count(tally.readErrors, `${response.status} during ${during()}`)
    else run.answeredAt[site] = Math.max(run.answeredAt[site] ?? 0, began)
    return shown
  } catch (error) {
    const name = error instanceof Error ? error.name : 'error'
    count(tally.readErrors, `${name} during ${during()}`)
    return null
  }
}

/** Reads one fact of one site until the run is over. */
export async function keepReading(
  run: Run,
  site: number,
  fact: Fact,
  expectation: Expectation,
): Promise<void> {
  while (!run.over) {
    const began = Date.now()
    // Before the request leaves: only what was acknowledged by now must be in its answer.
    const acknowledged = expectation.floor()
    const shown = await readFact(run, site, fact)
    if (shown !== null) {
      run.tally.reads += 1
      expectation.saw(shown, began, Date.now())
      if (shown < acknowledged) {
        const at = began - run.startedAt
        const { name } = fact
        noteStale(run.tally, { fact: name, site, shown, acknowledged, at, during: run.fault })
      }
    }
    await sleep(betweenReads)
  }
}
