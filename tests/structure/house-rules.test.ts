import { expect, test } from 'vitest'
import { findBreaches, houseRules } from './house-rules'
import { readSourceFiles } from './source-files'

// This file holds an example of each breach.
const files = readSourceFiles().filter(
  ({ path }) => !path.startsWith('tests/structure/house-rules'),
)

test.each(houseRules)('$name', (rule) => {
  expect(findBreaches(rule, files)).toEqual([])
})

/** For each rule: a breach, and what looks like one and is none. */
const examples: Record<string, { path: string; breach: string; harmless: string }> = {
  'the environment is read in one place': {
    path: 'lib/base/clock.ts',
    breach: 'const zone = process.env.TZ',
    harmless: '// process.env is not read here',
  },
  'no file is longer than 400 lines': {
    path: 'lib/base/clock.ts',
    breach: 'export const now = 1\n'.repeat(401),
    harmless: 'export const now = 1\n'.repeat(400),
  },
  'there is no any': {
    path: 'lib/base/clock.ts',
    breach: 'const table: Record<string, any> = {}',
    harmless: "const words = ': any' // as any\nexport const any = Promise.any([], { a, any: 1 })",
  },
  'no check is switched off': {
    path: 'lib/base/clock.ts',
    breach: '// @ts-ignore',
    harmless: '// typed',
  },
  'no test is skipped or alone': {
    path: 'lib/base/clock.test.ts',
    breach: "test.skip('stands still', () => {})",
    harmless: "test('can skip', () => list.skip(1))",
  },
  'server-only stays in lib/server': {
    path: 'lib/base/clock.ts',
    breach: "import 'server-only'",
    harmless: "const name = 'server-only'",
  },
  'a scope is made by a session, a job or the seed only': {
    path: 'lib/domain/flows/queries.ts',
    breach: 'const scope = sealScope(facts)',
    harmless: 'const { scope } = context',
  },
  'what the site writes goes through lib/write': {
    path: 'lib/domain/flows/commands/pause-flow.ts',
    breach: 'await deps.db.transaction(scope.clientId, work)',
    harmless: 'const transaction = await transact(scope, deps, work)',
  },
  'pages send their requests by lib/request and keep answers by components/data': {
    path: 'components/palette/use-found.ts',
    breach: "const found = await fetch('/api/me')",
    harmless: "const found = useRead<Found>('/api/me') // no fetch('/api/me')",
  },
  'nothing is left to be done': {
    path: 'lib/base/clock.ts',
    breach: '// TODO: later',
    harmless: 'const todo = 1',
  },
}

test.each(houseRules)('a breach is seen: $name', (rule) => {
  const example = examples[rule.name]
  if (!example) throw new Error(`the rule has no example: ${rule.name}`)
  const { path, breach, harmless } = example
  expect(findBreaches(rule, [{ path, text: breach }])).toHaveLength(1)
  expect(findBreaches(rule, [{ path, text: harmless }])).toEqual([])
})
