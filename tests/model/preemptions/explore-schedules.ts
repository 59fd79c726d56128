import type { Scheduler } from './scheduler'

/** One run of a scenario, which tells afterwards what it broke. */
export interface Run {
  scheduler: Scheduler
  /** Awaited after the last step. */
  findBroken(): Promise<string | null>
}

export interface Schedules {
  schedules: number
  steps: number
  violation: { broken: string; steps: string[] } | null
}

/** Which of the steps that could be next was taken, and what the others would have cost. */
interface Choice {
  taken: number
  preemptions: number[]
}

/**
 * Every schedule with so many preemptions at most, each once (iterative context bounding, after
 * Musuvathi and Qadeer). A preemption takes the turn from an actor that could go on; it costs
 * nothing to follow another when one has ended, waits or sleeps. Fewer preemptions come first, so
 * that a violation is found with the fewest.
 */
export async function exploreSchedules(
  open: () => Run,
  mostPreemptions: number,
): Promise<Schedules> {
  const found: Schedules = { schedules: 0, steps: 0, violation: null }
  let level: number[][] = [[]]
  for (let preemptions = 0; preemptions <= mostPreemptions; preemptions++) {
    const next: number[][] = []
    while (level.length > 0 && !found.violation) {
      const prefix = level.pop() ?? []
      const { choices, words, broken } = await follow(open(), prefix)
      found.schedules += 1
      found.steps += words.length
      if (broken) found.violation = { broken, steps: words }
      for (const { schedule, costs } of alternatives(choices, prefix.length)) {
        ;(costs ? next : level).push(schedule)
      }
    }
    level = next
  }
  return found
}

function alternatives(choices: readonly Choice[], from: number) {
  return choices.slice(from).flatMap(({ taken, preemptions }, offset) => {
    const before = choices.slice(0, from + offset).map((choice) => choice.taken)
    return preemptions.flatMap((cost, option) =>
      option === taken ? [] : [{ schedule: [...before, option], costs: cost > 0 }],
    )
  })
}

/** Follows a schedule, and after its end whoever has the turn. */
async function follow({ scheduler, findBroken }: Run, prefix: readonly number[]) {
  const choices: Choice[] = []
  const words: string[] = []
  let actor = ''
  for (;;) {
    const pending = await scheduler.pending()
    if (pending.length === 0) break
    const canGoOn = pending.some((step) => step.actor === actor && !step.sleeps)
    const preemptions = pending.map((step) => (canGoOn && step.actor !== actor ? 1 : 0))
    const taken = prefix[choices.length] ?? preemptions.indexOf(0)
    const step = pending[taken]
    if (!step) throw new Error('The scenario did not do the same twice')
    choices.push({ taken, preemptions })
    words.push(`${step.actor} ${step.words}`)
    actor = step.actor
    step.go()
  }
  return { choices, words, broken: await findBroken() }
}
