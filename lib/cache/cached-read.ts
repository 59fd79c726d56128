import type { Tag } from '@/lib/base/tag'
import type { Codec, EntryPlace } from './codec'
import type { Report } from './events'
import { judge, type Verdict } from './judge'
import type { Loads } from './loads'
import { areSettled, isValid, looksExpired } from './protocol'
import type { Profile } from './read-policy'
import type { RequestStore } from './request-store'
import type { LookAnswer } from './store'
import type { Timer } from './timer'

/** A read with its key and input: where its value stands, and how to load it. */
export interface BoundRead {
  name: string
  place: EntryPlace
  leaseKey: string
  tags: readonly Tag[]
  profile: Profile
  load(): Promise<unknown>
}

export interface ReadParts {
  store: RequestStore
  codec: Codec
  loads: Loads
  timer: Timer
  /** From 0 to 1. */
  random(): number
  /** Takes work that nobody waits for, and that breaks nothing when it fails. */
  background(work: Promise<unknown>): void
  report: Report
}

/** A value that a failed load may fall back on. */
type Fallback = Extract<Verdict, { kind: 'old' }> | null

const mostWaits = 6
const shortestWait = 15
const spread = 30

/** One read from its look to its value. */
export async function readThrough(parts: ReadParts, read: BoundRead): Promise<unknown> {
  const { store, timer, codec, report } = parts
  const seen = await store.look({ entryKey: read.place.entryKey, tags: read.tags })
  if (!seen) return bypass(parts, read, 'redis')
  const verdict = judge(codec, read.place, seen, timer.now())
  if (verdict.kind === 'fenced') return passFence(parts, read, seen.values)
  if (verdict.kind === 'fresh') return hit(parts, read, verdict.value, false)
  const old = verdict.kind === 'old' ? verdict : null
  if (old && read.profile.staleWhileRevalidate) {
    parts.background(refresh(parts, read, seen))
    return hit(parts, read, old.value, true)
  }
  report({
    kind: 'miss',
    read: read.name,
    reason: verdict.kind === 'miss' ? verdict.reason : 'expired',
  })
  return loadShared(parts, read, seen.values, read.profile.staleIfError ? old : null)
}

function hit({ report }: ReadParts, read: BoundRead, value: unknown, stale: boolean): unknown {
  report({ kind: 'hit', read: read.name, stale })
  return value
}

function bypass(
  { report }: ReadParts,
  read: BoundRead,
  reason: 'fence' | 'redis',
): Promise<unknown> {
  report({ kind: 'bypass', read: read.name, reason })
  return read.load()
}

/** A change is under way: the database knows, and nothing that it says now is kept. */
function passFence(
  parts: ReadParts,
  read: BoundRead,
  values: readonly (string | null)[],
): Promise<unknown> {
  if (values.some((value) => looksExpired(value, parts.timer.now()))) {
    parts.background(parts.store.ask('tidy', (store) => store.tidy(read.tags)))
  }
  return bypass(parts, read, 'fence')
}

/** Ends a lease under which nothing will be stored, so that nobody waits for it. */
function giveBack(parts: ReadParts, read: BoundRead): void {
  parts.background(parts.store.ask('release', (store) => store.release(read.leaseKey)))
}

/** Behind the reader's back: only who gets the lease loads. */
async function refresh(parts: ReadParts, read: BoundRead, seen: LookAnswer): Promise<void> {
  if (parts.loads.find(read.place.entryKey, seen.values)) return
  const lease = await parts.store.ask('lease', (store) => store.lease(read.leaseKey, read.tags))
  if (!lease?.granted) return
  if (!areSettled(lease.values)) return giveBack(parts, read)
  try {
    await loadAndFill(parts, read, lease.values, null)
  } catch (error) {
    parts.report({ kind: 'refreshFailed', read: read.name, error })
  }
}

/** Joins a load of this process, or waits for one of another, or loads. */
async function loadShared(
  parts: ReadParts,
  read: BoundRead,
  seen: readonly (string | null)[],
  fallback: Fallback,
): Promise<unknown> {
  const joined = join(parts, read, seen)
  if (joined) return joined
  const lease = await parts.store.ask('lease', (store) => store.lease(read.leaseKey, read.tags))
  if (!lease) return bypass(parts, read, 'redis')
  if (!areSettled(lease.values)) {
    if (lease.granted) giveBack(parts, read)
    return passFence(parts, read, lease.values)
  }
  // The lease is a look, too: what was captured equally before this reader's own load may serve.
  const begun = join(parts, read, lease.values)
  if (begun) return begun
  if (lease.granted) return loadAndFill(parts, read, lease.values, fallback)
  return waitForOther(parts, read, lease.values, fallback)
}

function join(parts: ReadParts, read: BoundRead, seen: readonly (string | null)[]) {
  const load = parts.loads.find(read.place.entryKey, seen)
  if (load) parts.report({ kind: 'join', read: read.name })
  return load
}

async function waitForOther(
  parts: ReadParts,
  read: BoundRead,
  captured: readonly string[],
  fallback: Fallback,
): Promise<unknown> {
  const { store, timer, codec, random } = parts
  let versions = captured
  for (let waits = 0; waits < mostWaits; waits++) {
    await timer.sleep((shortestWait + spread * random()) * (waits + 1))
    const seen = await store.look({ entryKey: read.place.entryKey, tags: read.tags })
    if (!seen) return bypass(parts, read, 'redis')
    const verdict = judge(codec, read.place, seen, timer.now())
    if (verdict.kind === 'fresh') return hit(parts, read, verdict.value, false)
    if (verdict.kind === 'fenced') return passFence(parts, read, seen.values)
    // The facts changed, so what the other loads is of no use to this reader.
    if (!isValid(versions, seen.values)) {
      if (areSettled(seen.values)) versions = seen.values
      break
    }
  }
  return loadAndFill(parts, read, versions, fallback)
}

/** @param versions captured before the load begins; a value of anything later is never valid */
async function loadAndFill(
  parts: ReadParts,
  read: BoundRead,
  versions: readonly string[],
  fallback: Fallback,
): Promise<unknown> {
  const began = parts.timer.now()
  const value = read.load()
  const done = value.then((loaded) => fill(parts, read, versions, loaded, began))
  parts.loads.enter(read.place.entryKey, { versions, value }, done)
  try {
    await done
    return await value
  } catch (error) {
    giveBack(parts, read)
    if (!fallback) throw error
    parts.report({ kind: 'staleOnError', read: read.name, error })
    return hit(parts, read, fallback.value, true)
  }
}

async function fill(
  parts: ReadParts,
  read: BoundRead,
  versions: readonly string[],
  value: unknown,
  began: number,
): Promise<void> {
  const { codec, store, timer, report } = parts
  const { place, leaseKey, profile, name } = read
  const now = timer.now()
  const computeMs = Math.max(0, Math.round(now - began))
  const [softExpiry, hardExpiry] = [now + profile.soft, now + profile.hard].map(Math.round)
  const header = { versions, softExpiry: softExpiry ?? 0, hardExpiry: hardExpiry ?? 0, computeMs }
  const encoded = codec.encode(place, header, value)
  if (!encoded.ok) {
    report({ kind: 'unfilled', read: name, reason: encoded.reason })
    return giveBack(parts, read)
  }
  const { text } = encoded
  const filled = await store.ask('fill', async (redis) => {
    await redis.fill({ entryKey: place.entryKey, leaseKey, value: text, life: profile.hard })
    return true
  })
  if (filled) report({ kind: 'fill', read: name, computeMs, size: text.length })
  else report({ kind: 'unfilled', read: name, reason: 'redis' })
}
