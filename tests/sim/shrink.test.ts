import { expect, test } from 'vitest'
import { loadSimulator } from './mutants/load'

test('a failing seed is made small and told step by step, the same way each time', async () => {
  const { explain, planScenario } = await loadSimulator([
    {
      file: 'lib/cache/invalidation.ts',
      find: "await ask('fence', () => store.fence(tags, id))",
      put: '',
    },
  ])
  const seed = 10
  const explained = await explain(seed)
  expect(explained?.violation.promise).toBe('fenced commits are seen')
  const [small, whole] = [explained?.scenario, planScenario(seed)]
  const acts = (scenario = whole) => scenario.actors.flatMap((actor) => actor.acts).length
  expect(acts(small)).toBeLessThan(acts() / 2)
  expect(small?.troubles).toEqual([])
  expect(explained?.lines.some((line) => line.includes('commit of P1'))).toBe(true)
  expect(await explain(seed)).toEqual(explained)
})
