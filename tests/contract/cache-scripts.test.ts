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
// A few of them often, so that leases meet.
const few = fc.subarray(allTags.slice(0, 2), { minLength: 1 })
const tags = fc.oneof(few, fc.subarray(allTags, { minLength: 1 }))
const id = fc.constantFrom('f1', 'f2', 'f3')
// A life of nothing is past at the next operation, so that no test waits for the clock.
const fenceLife = fc.constantFrom(0, 60_000)
const operation = fc.oneof(
  fc.record({ kind: fc.constantFrom('fence', 'bump', 'lift'), tags, id, fenceLife }),
  fc.record({ kind: fc.constantFrom('lease', 'tidy'), tags, id, fenceLife }),
  // What the latest lease or one before it captured, as a load that ends early or late does.
  fc.record({ kind: fc.constantFrom('fill', 'release'), tags, id, fenceLife }),
  fc.record({
    kind: fc.constantFrom('lose', 'lose marker', 'lose lease', 'open'),
    tags,
    id,
    fenceLife,
  }),
)
type Operation = typeof operation extends fc.Arbitrary<infer T> ? T : never

interface Run {
  nonce: string
  /** Of the load that the operation ends. */
  versions: readonly string[]
}

/** The state as protocol.ts sees it. */
function createModel() {
  const held = new Map<string, string>()
  const marked = new Set<string>()
  let lease: string | null = null
  let entry: string | null = null
  const look = {
    tag: (tag: string) => held.get(tag) ?? null,
    marked: (namespace: string) => marked.has(namespace),
  }
  const write = (writes: protocol.Writes) => {
    for (const [tag, value] of writes.tags) held.set(tag, value)
    for (const namespace of writes.markers) marked.add(namespace)
  }
  return {
    apply(operation: Operation, now: number, { nonce, versions }: Run): string[] {
      const { kind, tags, id, fenceLife } = operation
      const run = { now, nonce, fenceLife }
      const target = { namespaces: namespacesOf(tags), tags }
      if (kind === 'fence') write(protocol.applyFence(look, target, id, run))
      if (kind === 'bump') write(protocol.applyBump(look, target, id, run))
      if (kind === 'lift') write(protocol.applyLift(look, tags, id))
      if (kind === 'tidy') write(protocol.applyTidy(look, target, run))
      if (kind === 'lose') for (const tag of tags) held.delete(tag)
      if (kind === 'lose marker') for (const name of target.namespaces) marked.delete(name)
      if (kind === 'open') for (const name of target.namespaces) marked.add(name)
      if (kind === 'lose lease') lease = null
      if (kind === 'fill') entry = nonce
      const ends = kind === 'fill' || kind === 'release'
      if (ends && lease === protocol.formatLease(versions)) lease = null
      if (kind !== 'lease') return []
      const outcome = protocol.applyLease({ ...look, lease }, target, run)
      write(outcome)
      if (outcome.granted) lease = protocol.formatLease(outcome.values)
      return [outcome.granted ? '1' : '0', ...outcome.values]
    },
    state: () => ({
      tags: allTags.map(look.tag),
      marked: namespaces.map((name) => (look.marked(name) ? 1 : 0)),
      lease,
      entry,
    }),
  }
}

/** The same in a part of the engine of its own. */
function createEngine(redis: Redis) {
  const keys = createKeys(randomUUID())
  const name = { namespace: globalNamespace, read: 'r', schemaHash: '', input: 0 }
  const entryKey = keys.entry(name)
  const leaseKey = keys.lease(entryKey)
  const run = createScriptRunner(redis)
  const call = ({ kind, tags, id, fenceLife }: Operation, { nonce, versions }: Run) => {
    const lease = { key: leaseKey, versions }
    const calls = createScriptCalls(keys, storeLives(fenceLife, 600_000))
    if (kind === 'fence') return calls.fence(nonce, tags, id)
    if (kind === 'bump') return calls.bump(nonce, tags, id)
    if (kind === 'lift') return calls.lift(nonce, tags, id)
    if (kind === 'tidy') return calls.tidy(nonce, tags)
    if (kind === 'fill') return calls.fill(nonce, { entryKey, lease, value: nonce, life: 600_000 })
    if (kind === 'release') return calls.release(nonce, lease)
    return calls.lease(nonce, tags, leaseKey)
  }
  return {
    async apply(operation: Operation, of: Run): Promise<string[]> {
      const { kind, tags } = operation
      const markers = namespacesOf(tags).map(keys.marker)
      if (kind === 'lose') await redis.del(...tags.map(keys.tag))
      else if (kind === 'lose marker') await redis.del(...markers)
      else if (kind === 'open') await Promise.all(markers.map((key) => redis.set(key, 'open')))
      else if (kind === 'lose lease') await redis.del(leaseKey)
      else return run(call(operation, of))
      return []
    },
    async state() {
      const [values, lease, entry, ...marked] = await Promise.all([
        redis.mget<(string | null)[]>(...allTags.map(keys.tag)),
        redis.get<string>(leaseKey),
        redis.get<string>(entryKey),
        ...namespaces.map((name) => redis.exists(keys.marker(name))),
      ])
      return { tags: values, marked, lease, entry }
    },
  }
}

async function compare(redis: Redis, history: Operation[]): Promise<void> {
  const model = createModel()
  const engine = createEngine(redis)
  const captured: string[][] = []
  for (const [index, operation] of history.entries()) {
    const versions = captured.at(operation.id === 'f1' ? -2 : -1) ?? []
    const run = { nonce: `n${index}`, versions }
    const [stamp, ...answer] = await engine.apply(operation, run)
    const expected = model.apply(operation, Number(stamp), run)
    if (operation.kind === 'lease') {
      expect(answer).toEqual(expected)
      captured.push(answer.slice(1))
    }
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
