import { expect, test } from 'vitest'
import { encodeTag, globalNamespace } from '@/lib/base/tag'
import type { Session } from '../world/postgres'
import { Losses } from './losses'
import { never, newWrite, type Write } from './write'

const tag = encodeTag(globalNamespace, 'flow', '1')

/** Fenced at 10, committed at 20; its row is marked at 40. */
function fencedWrite(): Write {
  const session = { state: 'committed', values: new Map(), rows: [] as object[] }
  session.rows.push({ tags: [tag], marked: 40 })
  const write = newWrite(session as unknown as Session)
  return Object.assign(write, { fenceRan: 10, fenced: 11, committed: 20, done: 31 })
}

function watch(write: Write): Losses {
  const losses = new Losses([write])
  losses.bumped([tag], 30)
  return losses
}

test('a failover to a moment before the fence excuses until the write is told again', () => {
  const write = fencedWrite()
  const losses = watch(write)
  losses.failedOver(5, 50)
  expect([write.fenceLost, write.bumpLost]).toEqual([
    { since: 50, until: never },
    { since: 50, until: never },
  ])
  losses.bumped([tag], 60)
  expect([write.fenceLost.until, write.bumpLost.until]).toEqual([60, 60])
})

test('nothing is excused where the fence or the bump is still there', () => {
  for (const since of [15, 35]) {
    const write = fencedWrite()
    watch(write).failedOver(since, 50)
    expect([write.fenceLost.since, write.bumpLost.since]).toEqual([-1, -1])
  }
})

test('a second failover may take the fence that the first one left', () => {
  const write = fencedWrite()
  const losses = watch(write)
  losses.failedOver(15, 50)
  losses.failedOver(5, 55)
  expect(write.bumpLost).toEqual({ since: 55, until: never })
})

test('an audit ends the excuse for what was marked before it began, told or not', () => {
  const write = fencedWrite()
  const losses = watch(write)
  losses.failedOver(5, 50)
  losses.audited(39, 60)
  expect(write.bumpLost.until).toBe(never)
  losses.audited(55, 70)
  expect(write.bumpLost.until).toBe(70)
})

test('an evicted tag excuses readers of a write whose fence stood on it, until its bump', () => {
  const write = fencedWrite()
  const losses = new Losses([write])
  losses.evicted(tag, false, 25)
  losses.bumped([tag], 30)
  expect(write.fenceLost).toEqual({ since: 25, until: 30 })
  expect(write.bumpLost.since).toBe(-1)
})
