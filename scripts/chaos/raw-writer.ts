import { setTimeout as sleep } from 'node:timers/promises'
import { nameOf, rawLetter } from './facts'
import type { Expectation } from './reader'
import type { Run } from './run'

/** Values written behind the site's back, and how long each went unseen. */
export interface RawFact {
  value: number
  /** When each value was committed, milliseconds since 1970. */
  committedAt: Map<number, number>
}

const betweenWrites = 700

/** Renames an import and adds a person in SQL, as somebody with psql would, until the run is over. */
export async function keepWritingRaw(
  run: Run,
  importId: string,
  names: RawFact,
  people: RawFact,
): Promise<void> {
  const { sql } = run.world
  while (!run.over) {
    const name = nameOf(rawLetter, names.value + 1)
    await sql.query('update data_imports set file_name = $1 where id = $2', [name, importId])
    enter(names, names.value + 1)
    const email = `chaos-${people.value + 1}@portolan.test`
    await sql.query(`insert into users (email, name, status) values ($1, 'Chaos', 'active')`, [
      email,
    ])
    enter(people, people.value + 1)
    run.tally.rawWrites += 2
    await sleep(betweenWrites)
  }
}

function enter(fact: RawFact, value: number): void {
  fact.value = value
  fact.committedAt.set(value, Date.now())
}

/** Nobody acknowledges such a write; what counts is how long a reader did not see it. */
export function expectSoon(run: Run, fact: RawFact): Expectation {
  return {
    floor: () => 0,
    saw(value, began) {
      const missed = fact.committedAt.get(value + 1)
      if (missed === undefined || missed > began) return
      run.tally.longestUnseen = Math.max(run.tally.longestUnseen, began - missed)
    },
  }
}
