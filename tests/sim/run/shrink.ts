import { fairWeather } from '../world/network'
import type { Act, Scenario } from './scenario'

/** Other chances that a smaller scenario is given to fail in the same way. */
const salts = 12

/**
 * Leaves out of a failing scenario what it does not need to fail: actors, acts, troubles, weather.
 * @param fails whether a scenario fails in the same way
 * @returns the smallest that was found; the same for the same scenario
 */
export async function shrink(
  scenario: Scenario,
  fails: (scenario: Scenario) => Promise<boolean>,
): Promise<Scenario> {
  let smallest = scenario
  for (let smaller: Scenario | null = smallest; smaller; ) {
    smaller = null
    for (const candidate of smallerThan(smallest)) {
      smaller = await findFailing(candidate, fails)
      if (smaller) break
    }
    smallest = smaller ?? smallest
  }
  return smallest
}

async function findFailing(
  candidate: Scenario,
  fails: (scenario: Scenario) => Promise<boolean>,
): Promise<Scenario | null> {
  for (let more = 0; more < salts; more++) {
    const salted = { ...candidate, salt: candidate.salt + more }
    if (await fails(salted)) return salted
  }
  return null
}

/** Large cuts first. */
function* smallerThan(scenario: Scenario): Generator<Scenario> {
  const { actors, troubles, weather, processes, questions } = scenario
  for (const index of actors.keys()) yield { ...scenario, actors: without(actors, index) }
  for (const index of troubles.keys()) yield { ...scenario, troubles: without(troubles, index) }
  for (const name of Object.keys(weather) as (keyof typeof weather)[]) {
    if (weather[name] <= fairWeather[name]) continue
    yield { ...scenario, weather: { ...weather, [name]: fairWeather[name] } }
  }
  for (const [index, actor] of actors.entries()) {
    for (const acts of fewer(actor.acts)) {
      yield { ...scenario, actors: actors.with(index, { ...actor, acts }) }
    }
    if (actor.process > 0) {
      yield { ...scenario, actors: actors.with(index, { ...actor, process: actor.process - 1 }) }
    }
  }
  if (processes.length > 1 && actors.every(({ process }) => process < processes.length - 1)) {
    yield { ...scenario, processes: processes.slice(0, -1) }
  }
  for (const [index, process] of processes.entries()) {
    if (process.skew === 0) continue
    yield { ...scenario, processes: processes.with(index, { ...process, skew: 0 }) }
  }
  for (const index of questions.keys()) yield { ...scenario, questions: without(questions, index) }
}

function* fewer(acts: Act[]): Generator<Act[]> {
  const half = Math.floor(acts.length / 2)
  if (half > 0) yield acts.slice(0, half)
  if (half > 0) yield acts.slice(half)
  for (const [index, act] of acts.entries()) {
    yield without(acts, index)
    if (act.kind !== 'request') continue
    for (const [at, part] of act.parts.entries()) {
      if (act.parts.length > 1) {
        yield acts.with(index, { ...act, parts: without(act.parts, at) })
      }
      if (part.kind !== 'read' || part.questions.length < 2) continue
      for (const one of part.questions.keys()) {
        const questions = without(part.questions, one)
        yield acts.with(index, { ...act, parts: act.parts.with(at, { ...part, questions }) })
      }
    }
  }
}

function without<T>(list: readonly T[], index: number): T[] {
  return list.filter((_, at) => at !== index)
}
