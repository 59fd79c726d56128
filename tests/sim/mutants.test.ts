import { expect, test } from 'vitest'
import { mutants } from './mutants'
import { catchMutant } from './mutants/catch'
import { knownSeeds } from './mutants/known-seeds'

const most = 2_000

test.each(mutants.map((mutant) => [mutant.name, mutant] as const))('%s', async (name, mutant) => {
  const { caught } = await catchMutant(mutant, most, knownSeeds[name])
  expect(caught).not.toBeNull()
})

test('a mutant whose text is no longer in the code is told', async () => {
  const change = { file: 'lib/cache/judge.ts', find: 'what nobody wrote', put: '' }
  await expect(catchMutant({ name: 'none', changes: [change] }, 1)).rejects.toThrow('0 times')
})

test('a mutant of a file that is not simulated is told', async () => {
  const change = { file: 'lib/env.ts', find: 'import', put: '' }
  await expect(catchMutant({ name: 'none', changes: [change] }, 1)).rejects.toThrow('not part')
})
