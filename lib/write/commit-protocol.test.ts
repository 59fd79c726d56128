import { expect, test } from 'vitest'
import { CommitUnknown } from '@/lib/base/commit-unknown'
import { clientNamespace, encodeTag, globalNamespace } from '@/lib/base/tag'
import type { Invalidation } from '@/lib/cache/invalidation'
import {
  type Consistency,
  commitAndInvalidate,
  type OpenTransaction,
  type OutboxRow,
} from './commit-protocol'

const acme = clientNamespace('acme')
const [flow, user] = [encodeTag(acme, 'flow', '1'), encodeTag(globalNamespace, 'user', '1')]
const rows: OutboxRow[] = [
  { id: '1', namespace: acme, tags: [flow] },
  { id: '2', namespace: globalNamespace, tags: [user] },
]

interface Case {
  facts?: OutboxRow[]
  /** What each call does instead of succeeding. */
  failing?: Partial<Record<keyof OpenTransaction | keyof Invalidation, Error>>
  consistency?: Consistency
}

/** Runs the protocol over calls that only write down that they were made. */
async function run({ facts = rows, failing = {}, consistency = 'available' }: Case) {
  const calls: string[] = []
  const call = async <T>(name: keyof OpenTransaction | keyof Invalidation, answer: T) => {
    calls.push(name)
    const error = failing[name]
    if (error) throw error
    return answer
  }
  const tx: OpenTransaction = {
    announcedFacts: () => call('announcedFacts', facts),
    commit: () => call('commit', undefined),
    rollback: () => call('rollback', undefined),
  }
  const events = new Map([
    [acme, '7-0'],
    [globalNamespace, '7-1'],
  ])
  const invalidation: Invalidation = {
    fence: () => call('fence', 'fence'),
    bump: () => call('bump', events),
    lift: () => call('lift', undefined),
    open: () => call('open', undefined),
    purge: () => call('purge', undefined),
  }
  const outcome = await commitAndInvalidate(tx, invalidation, consistency).catch(
    (error: unknown) => error,
  )
  return { calls, outcome }
}

const down = new Error('Redis does not answer')
const refusal = new Error('serialization failure')

test('fences, commits, then bumps; each row is told of by the event of its namespace', async () => {
  const { calls, outcome } = await run({})
  expect(calls).toEqual(['announcedFacts', 'fence', 'commit', 'bump'])
  const applied = new Map([
    ['1', '7-0'],
    ['2', '7-1'],
  ])
  expect(outcome).toEqual({ kind: 'committed', tags: [flow, user], applied })
})

test('what announces nothing costs no trip to the cache', async () => {
  const { calls, outcome } = await run({ facts: [], consistency: 'strict' })
  expect(calls).toEqual(['announcedFacts', 'commit'])
  expect(outcome).toEqual({ kind: 'committed', tags: [], applied: new Map() })
})

test('strict: without a fence nothing is committed', async () => {
  const { calls, outcome } = await run({ failing: { fence: down }, consistency: 'strict' })
  expect(calls).toEqual(['announcedFacts', 'fence', 'rollback'])
  expect(outcome).toEqual({ kind: 'refused' })
})

test('available: without a fence it is committed and left to the relay', async () => {
  const { calls, outcome } = await run({ failing: { fence: down } })
  expect(calls).toEqual(['announcedFacts', 'fence', 'commit'])
  expect(outcome).toEqual({ kind: 'pending', tags: [flow, user] })
})

test.each(['strict', 'available'] as const)(
  '%s: a bump that fails is pending',
  async (consistency) => {
    const { calls, outcome } = await run({ failing: { bump: down }, consistency })
    expect(calls).toEqual(['announcedFacts', 'fence', 'commit', 'bump'])
    expect(outcome).toEqual({ kind: 'pending', tags: [flow, user] })
  },
)

test('the fence is lifted when the database has rolled back, and the error is thrown', async () => {
  const { calls, outcome } = await run({ failing: { commit: refusal } })
  expect(calls).toEqual(['announcedFacts', 'fence', 'commit', 'lift'])
  expect(outcome).toBe(refusal)
  expect((await run({ failing: { commit: refusal, lift: down } })).outcome).toBe(refusal)
})

test('a COMMIT without an answer neither lifts nor bumps', async () => {
  const unknown = new CommitUnknown(new Error('the socket was closed'))
  const { calls, outcome } = await run({ failing: { commit: unknown } })
  expect(calls).toEqual(['announcedFacts', 'fence', 'commit'])
  expect(outcome).toBe(unknown)
})

test('what was put off until COMMIT and fails then is rolled back before anybody is fenced', async () => {
  const { calls, outcome } = await run({ failing: { announcedFacts: refusal } })
  expect(calls).toEqual(['announcedFacts', 'rollback'])
  expect(outcome).toBe(refusal)
})
