import { type Fact, nameOf, type WrittenPlace } from './facts'
import { readFact } from './reader'
import type { Run } from './run'
import type { Acknowledged } from './writer'

/** How many values that the site acknowledged are not in the database. */
export async function countLost(
  { world }: Run,
  { letter }: WrittenPlace,
  { values }: Acknowledged,
): Promise<number> {
  const { rows } = await world.sql.query<{ file_name: string }>(
    'select file_name from data_imports where file_name like $1',
    [`chaos-${letter}-%`],
  )
  const kept = new Set(rows.map((row) => row.file_name))
  return [...values].filter((value) => !kept.has(nameOf(letter, value))).length
}

/** Sites that show less than the last value although everything is quiet. */
export async function countBehind(run: Run, fact: Fact, last: number): Promise<number> {
  let behind = 0
  for (const site of run.world.sites.keys()) {
    const shown = await readFact(run, site, fact)
    if (shown === null || shown < last) behind += 1
  }
  return behind
}

/** Errors that people were shown although neither the database nor a site was away. */
export function countNeedless(errors: ReadonlyMap<string, number>): number {
  const needless = [...errors].filter(([label]) => !/database|site killed/.test(label))
  return needless.reduce((sum, [, times]) => sum + times, 0)
}
