import { randomUUID } from 'node:crypto'
import type { Redis } from '@upstash/redis'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clientNamespace, encodeTag, globalNamespace, namespaceTag } from '@/lib/base/tag'
import { createKeys, namespacesOf } from '@/lib/cache/keys'
import * as protocol from '@/lib/cache/protocol'
import { createScriptCalls } from '@/lib/cache/script-calls'
import { createScriptRunner } from '@/lib/cache/script-runner'
import { storeLives } from '@/lib/cache/store'
import { connectUpstash } from '@/lib/cache/upstash-store'
import { farEnds } from '@/tests/support/far-ends'

// Random histories of operations and losses leave the same behind in Redis, by the scripts, and in
// protocol.ts, which is fed with the time that each script says it ran at.

const namespaces = [clientNamespace('a'), clientNamespace('b'), globalNamespace]
const allTags = namespaces.flatMap((name) => [
  namespaceTag(name),
  encodeTag(name, 'row'),
  encodeTag(name, 'list'),
])
const tags = fc.subarray(allTags, { minLength: 1 })
const id = fc.constantFrom('f1', 'f2', 'f3')
// A life of nothing is past at the next operation, so that no test waits for the clock.
const fenceLife = fc.constantFrom(0, 60_000)
const operation = fc.oneof(
  fc.record({ kind: fc.constantFrom('fence', 'bump', 'lift'), tags, id, fenceLife }),
  fc.record({ kind: fc.constantFrom('lease', 'tidy'), tags, id, fenceLife }),
  fc.record({
    kind: fc.constantFrom('lose', 'lose marker', 'release', 'open'),
    tags,
    id,
    fenceLife,
  }),
)
type Operation = typeof operation extends fc.Arbitrary<infer T> ? T : never

/** The state as protocol.ts sees it. */
function createModel() {
  const held = new Map<string, string>()
  const marked = new Set<string>()
  let leased = false
  const look = {
    tag: (tag: string) => held.get(tag) ?? null,
    marked: (namespace: string) => marked.has(namespace),
  }
  const write = (writes: protocol.Writes) => {
    for (const [tag, value] of writes.tags) held.set(tag, value)
    for (const namespace of writes.markers) marked.add(namespace)
  }
  return {
    apply({ kind, tags, id, fenceLife }: Operation, now: number, nonce: string): string[] {
      const run = { now, nonce, fenceLife }
      const target = { namespaces: namespacesOf(tags), tags }
      if (kind === 'fence') write(protocol.applyFence(look, target, id, run))
      if (kind === 'bump') write(protocol.applyBump(look, target, id, run))
      if (kind === 'lift') write(protocol.applyLift(look, tags, id))
      if (kind === 'tidy') write(protocol.applyTidy(look, target, run))
      if (kind === 'lose') for (const tag of tags) held.delete(tag)
      if (kind === 'lose marker') for (const name of target.namespaces) marked.delete(name)
      if (kind === 'open') for (const name of target.namespaces) marked.add(name)
      if (kind === 'release') leased = false
      if (kind !== 'lease') return []
      const outcome = protocol.applyLease({ ...look, leased }, target, run)
      write(outcome)
      leased = true
      return [outcome.granted ? '1' : '0', ...outcome.values]
    },
    state: () => ({
      tags: allTags.map(look.tag),
      marked: namespaces.map((name) => (look.marked(name) ? 1 : 0)),
      leased: leased ? 1 : 0,
    }),
  }
}

/** The same in a part of the engine of its own. */
function createEngine(redis: Redis) {
  const keys = createKeys(randomUUID())
  const leaseKey = keys.lease({ namespace: globalNamespace, read: 'r', schemaHash: '', input: 0 })
  const run = createScriptRunner(redis)
  const call = ({ kind, tags, id, fenceLife }: Operation, nonce: string) => {
    const calls = createScriptCalls(keys, storeLives(fenceLife, 600_000))
    if (kind === 'fence') return calls.fence(nonce, tags, id)
    if (kind === 'bump') return calls.bump(nonce, tags, id)
    if (kind === 'lift') return calls.lift(nonce, tags, id)
    if (kind === 'tidy') return calls.tidy(nonce, tags)
    return calls.lease(nonce, tags, leaseKey)
  }
  return {
    async apply(operation: Operation, nonce: string): Promise<string[]> {
      const { kind, tags } = operation
      const markers = namespacesOf(tags).map(keys.marker)
      if (kind === 'lose') await redis.del(...tags.map(keys.tag))
      else if (kind === 'lose marker') await redis.del(...markers)
      else if (kind === 'open') await Promise.all(markers.map((key) => redis.set(key, 'open')))
      else if (kind === 'release') await redis.del(leaseKey)
      else return run(call(operation, nonce))
      return []
    },
    async state() {
      const [values, leased, ...marked] = await Promise.all([
        redis.mget<(string | null)[]>(...allTags.map(keys.tag)),
        redis.exists(leaseKey),
        ...namespaces.map((name) => redis.exists(keys.marker(name))),
      ])
      return { tags: values, marked, leased }
    },
  }
}

async function compare(redis: Redis, history: Operation[]): Promise<void> {
  const model = createModel()
  const engine = createEngine(redis)
  for (const [index, operation] of history.entries()) {
    const nonce = `n${index}`
    const [stamp, ...answer] = await engine.apply(operation, nonce)
    const expected = model.apply(operation, Number(stamp), nonce)
    if (operation.kind === 'lease') expect(answer).toEqual(expected)
    expect({ history: history.slice(0, index + 1), state: await engine.state() }).toEqual({
      history: history.slice(0, index + 1),
      state: model.state(),
    })
  }
}

test('5,000 random histories leave the same behind in the scripts and in the model', async () => {
  const { UPSTASH_REDIS_REST_URL: url = '', UPSTASH_REDIS_REST_TOKEN: token = '' } = farEnds().env
  const redis = connectUpstash({ url, token, deadline: 20_000 })
  // Histories run side by side, so that their commands share requests; each has keys of its own.
  const histories = fc.array(fc.array(operation, { minLength: 1, maxLength: 14 }), {
    minLength: 250,
    maxLength: 250,
    size: 'max',
  })
  for (const [batch] of fc.sample(
    histories.map((list) => [list] as const),
    20,
  )) {
    await Promise.all(batch.map((history) => compare(redis, history)))
  }
}, 300_000)
