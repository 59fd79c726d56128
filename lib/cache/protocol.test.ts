import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clientNamespace, encodeTag, namespaceTag, type Tag } from '@/lib/base/tag'
import {
  applyBump,
  applyFence,
  applyLease,
  applyLift,
  applyTidy,
  areSettled,
  type Execution,
  formatLease,
  formatTag,
  isSettled,
  isValid,
  type Look,
  looksExpired,
  mayJoin,
  newVersion,
  parseTag,
  prune,
  quarantine,
} from './protocol'

const namespace = clientNamespace('acme')
const whole = namespaceTag(namespace)
const [row, list] = [encodeTag(namespace, 'row'), encodeTag(namespace, 'list')]
const target = { namespaces: [namespace], tags: [row, list] }
const at = (now: number, nonce = 'n'): Execution => ({ now, nonce, fenceLife: 1 })
const look = (tags: [Tag, string][] = [], marked = true): Look => {
  const held = new Map(tags)
  return { tag: (tag) => held.get(tag) ?? null, marked: () => marked }
}

describe('a value of a tag', () => {
  const id = fc.stringMatching(/^[a-z0-9]{1,8}$/)
  const state = fc.record({
    version: fc.stringMatching(/^[1-9]\d{0,15}:[1-9]\d{0,5}:[a-z0-9]{1,8}$/),
    fences: fc.array(fc.record({ id, deadline: fc.maxSafeNat() }), { maxLength: 4 }),
  })

  test('is read as it was written, and is settled without fences only', () => {
    fc.assert(
      fc.property(state, (tag) => {
        const value = formatTag(tag)
        expect(parseTag(value)).toEqual(tag)
        expect(isSettled(value)).toBe(tag.fences.length === 0)
      }),
    )
  })

  test('is never the version it was before, whatever the clock did', () => {
    const run = fc.record({ now: fc.maxSafeNat(), nonce: id, fenceLife: fc.nat(9) })
    fc.assert(
      fc.property(fc.array(run, { maxLength: 20 }), (runs) => {
        const versions: string[] = []
        for (const next of runs) versions.push(newVersion(versions.at(-1) ?? null, next))
        expect(new Set(versions).size).toBe(runs.length)
      }),
    )
  })
})

describe('an entry is valid', () => {
  test('only with every version there, equal and unfenced', () => {
    expect(isValid(['1', '2'], ['1', '2'])).toBe(true)
    expect(isValid([], [])).toBe(true)
    const refused = [['1', '3'], ['1', null], [null, null], ['1', '2|a@9'], ['2', '1'], ['1'], []]
    for (const values of refused) expect(isValid(['1', '2'], values)).toBe(false)
    // A fenced value was never captured, but even then it would not do.
    expect(isValid(['1|a@9'], ['1|a@9'])).toBe(false)
    expect(areSettled([null])).toBe(false)
  })

  test('and a load is joined under the same conditions', () => {
    expect(mayJoin(['1'], ['1'])).toBe(true)
    for (const seen of [[null], ['2'], ['1|a@9']]) expect(mayJoin(seen, ['1'])).toBe(false)
  })

  test('a fence looks expired by the reader’s own clock', () => {
    expect(looksExpired('1|a@5000,b@9000', 6)).toBe(true)
    expect(looksExpired('1|b@9000', 6)).toBe(false)
    expect(looksExpired('1', 6)).toBe(false)
    expect(looksExpired(null, 6)).toBe(false)
  })
})

describe('the operations', () => {
  test('pruning drops what is past its deadline, that moment included, and renews', () => {
    const tag = parseTag('5:1:x|a@100,b@101')
    expect(prune(tag, at(99))).toBe(tag)
    expect(formatTag(prune(tag, at(100)))).toBe('100:2:n|b@101')
  })

  test('a fence makes what is missing, keeps versions and others’ fences', () => {
    const { tags, markers } = applyFence(look([[row, '5:1:x|b@9000']]), target, 'a', at(100))
    expect([...tags]).toEqual([
      [row, '5:1:x|b@9000,a@1100'],
      [list, '100:1:n|a@1100'],
    ])
    expect(markers.size).toBe(0)
  })

  test('a bump renews what is there, drops its own fence and makes nothing', () => {
    const { tags } = applyBump(look([[row, '5:1:x|a@9000,b@9000']]), target, 'a', at(100))
    expect([...tags]).toEqual([[row, '100:2:n|b@9000']])
  })

  test('a lift drops its own fence and nothing else', () => {
    const held = look([
      [row, '5:1:x|a@50,b@60'],
      [list, '6:1:x|b@60'],
    ])
    expect([...applyLift(held, [row, list, whole], 'a').tags]).toEqual([[row, '5:1:x|b@60']])
  })

  test('a lease makes what is missing, prunes, and says who loads', () => {
    const held = look([[row, '5:1:x|b@60']])
    const first = applyLease({ ...held, lease: null }, target, at(100))
    expect(first).toMatchObject({ granted: true, values: ['100:2:n', '100:1:n'] })
    const others = { ...held, lease: formatLease(first.values) }
    expect(applyLease(others, target, at(100)).granted).toBe(false)
  })

  test('a lease is granted anew after a change, and under a fence to nobody', () => {
    const held = look([
      [row, '5:1:x'],
      [list, '5:1:x'],
    ])
    const lease = formatLease(applyLease({ ...held, lease: null }, target, at(100)).values)
    const after = look([
      [row, '5:1:x'],
      [list, '90:2:x'],
    ])
    expect(applyLease({ ...after, lease }, target, at(100)).granted).toBe(true)
    const fenced = look([
      [row, '5:1:x'],
      [list, '5:1:x|a@9000'],
    ])
    for (const other of [lease, null]) {
      expect(applyLease({ ...fenced, lease: other }, target, at(100)).granted).toBe(false)
    }
  })

  test('tidy writes only what it pruned', () => {
    const held = look([
      [row, '5:1:x|b@60'],
      [list, '5:1:x|b@9000'],
    ])
    expect([...applyTidy(held, target, at(100)).tags]).toEqual([[row, '100:2:n']])
  })

  test('in a namespace without its marker all but a lift quarantine it first', () => {
    const lost = look([[whole, '5:3:x']], false)
    const reborn = [whole, `100:4:n|${quarantine}@1100`]
    for (const { tags, markers } of [
      applyFence(lost, target, 'a', at(100)),
      applyBump(lost, target, 'a', at(100)),
      applyLease({ ...lost, lease: null }, target, at(100)),
      applyTidy(lost, target, at(100)),
    ]) {
      expect([...markers]).toEqual([namespace])
      expect([...tags][0]).toEqual(reborn)
    }
    const purged = applyBump(lost, { namespaces: [namespace], tags: [whole] }, 'a', at(100))
    expect(purged.tags.get(whole)).toBe(`100:5:n|${quarantine}@1100`)
    expect(applyLift(lost, target.tags, 'a').markers.size).toBe(0)
  })
})

/**
 * The heart of the promise, in histories of whole operations on one tag: a value is stored with the
 * versions captured before its load; whoever finds it valid finds the newest acknowledged value, and
 * that of every commit whose fence was put in time, whether its bump came or not.
 */
test('no history of reads and writes leaves an old value valid', () => {
  const step = fc.constantFrom('lease', 'load', 'fill', 'fence', 'commit', 'bump', 'expire', 'lose')
  const run = fc.tuple(step, fc.nat(1))
  fc.assert(
    fc.property(fc.array(run, { maxLength: 60, size: 'max' }), (history) => {
      const tags = new Map<Tag, string>()
      let marked = true
      let now = 1000
      let [committed, acknowledged, fenced] = [0, 0, 0]
      let entry: { versions: readonly string[]; value: number } | null = null
      const readers: { versions?: string[]; value?: number }[] = [{}, {}]
      const writers: { id: string; value?: number; fencedAt: number }[] = []
      const held = { tag: (tag: Tag) => tags.get(tag) ?? null, marked: () => marked }
      const apply = (writes: ReturnType<typeof applyFence>) => {
        for (const [tag, value] of writes.tags) tags.set(tag, value)
        if (writes.markers.size > 0) marked = true
      }
      const both = { namespaces: [namespace], tags: [whole, row] }
      for (const [index, [kind, who]] of history.entries()) {
        now += 10
        const execution = { now, nonce: `n${index}`, fenceLife: 1 }
        const reader = readers[who] ?? {}
        const writer = writers.at(-1 - who)
        if (kind === 'lease') {
          const outcome = applyLease({ ...held, lease: null }, both, execution)
          apply(outcome)
          readers[who] = areSettled(outcome.values) ? { versions: [...outcome.values] } : {}
        }
        if (kind === 'load' && reader.versions) reader.value = committed
        if (kind === 'fill' && reader.versions && reader.value !== undefined) {
          entry = { versions: reader.versions, value: reader.value }
        }
        if (kind === 'fence') {
          writers.push({ id: `w${index}`, fencedAt: now })
          apply(applyFence(held, { ...both, tags: [row] }, `w${index}`, execution))
        }
        if (kind === 'commit' && writer && writer.value === undefined) {
          committed += 1
          writer.value = committed
          if (now < writer.fencedAt + 1000) fenced = committed
        }
        if (kind === 'bump' && writer?.value) {
          apply(applyBump(held, { ...both, tags: [row] }, writer.id, execution))
          acknowledged = Math.max(acknowledged, writer.value)
        }
        if (kind === 'expire') now += 5000
        if (kind === 'lose') {
          tags.clear()
          marked = false
        }
        const valid = entry && isValid(entry.versions, [held.tag(whole), held.tag(row)])
        if (entry && valid)
          expect(entry.value).toBeGreaterThanOrEqual(Math.max(acknowledged, fenced))
      }
    }),
    { numRuns: 8000 },
  )
})
