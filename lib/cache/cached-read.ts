import type { Answer } from './answer'
import type { BoundRead } from './bound-read'
import { fillEntry } from './fill-entry'
import { judge, type Verdict } from './judge'
import { areSettled, isValid, looksExpired } from './protocol'
import type { ReadParts } from './read-parts'
import type { LookAnswer } from './store'

/** A value that is there and may be served. */
type Held = Extract<Verdict, { value: unknown }>

const mostWaits = 6
const shortestWait = 15
const spread = 30

/** One read on the path `redis`, from its look to its value. */
export async function readThrough(parts: ReadParts, read: BoundRead): Promise<Answer> {
  const { store, timer, codec, report } = parts
  const begun = parts.misses.begin()
  const seen = await store.look({ entryKey: read.place.entryKey, tags: read.tags })
  if (!seen) return shareMiss(parts, read, begun, () => bypass(parts, read, 'redis'))
  const verdict = judge(codec, read.place, seen, timer.now())
  if (verdict.kind === 'fenced') return passFence(parts, read, seen.values)
  if (verdict.kind === 'fresh') return hit(parts, read, verdict, 'hit')
  const old = verdict.kind === 'old' ? verdict : null
  if (old && read.profile.staleWhileRevalidate) {
    parts.background(refresh(parts, read, seen))
    return hit(parts, read, old, 'stale')
  }
  const reason = verdict.kind === 'miss' ? verdict.reason : 'expired'
  report({ kind: 'miss', read: read.name, reason })
  try {
    const answer = await resolveMiss(parts, read, begun, seen.values)
    return answer.outcome === 'miss' ? { ...answer, reason } : answer
  } catch (error) {
    if (!old || !read.profile.staleIfError) throw error
    report({ kind: 'staleOnError', read: read.name, error })
    return hit(parts, read, old, 'stale')
  }
}

/** Joins a load that began with what the reader saw, or has its share in a miss. */
async function resolveMiss(
  parts: ReadParts,
  read: BoundRead,
  begun: number,
  seen: readonly (string | null)[],
): Promise<Answer> {
  const joined = join(parts, read, seen)
  return joined ?? shareMiss(parts, read, begun, () => leaseAndLoad(parts, read))
}

/** @param deal what the first of those who share it does */
async function shareMiss(
  { misses, report }: ReadParts,
  read: BoundRead,
  begun: number,
  deal: () => Promise<Answer>,
): Promise<Answer> {
  const { answer, shared } = misses.share(read.place.entryKey, begun, deal)
  if (!shared) return answer
  report({ kind: 'join', read: read.name })
  return { ...(await answer), outcome: 'join' }
}

function hit(
  { report }: ReadParts,
  read: BoundRead,
  { value, softExpiry }: Held,
  outcome: 'hit' | 'stale' | 'join',
): Answer {
  if (outcome === 'join') report({ kind: 'join', read: read.name })
  else report({ kind: 'hit', read: read.name, stale: outcome === 'stale' })
  const loadedAt = softExpiry - read.profile.soft
  return { value, outcome, loadedAt, freshUntil: softExpiry }
}

async function bypass(
  { report }: ReadParts,
  read: BoundRead,
  reason: 'fence' | 'redis',
): Promise<Answer> {
  report({ kind: 'bypass', read: read.name, reason })
  return { value: await read.load(), outcome: 'bypass', reason }
}

/** A change is under way: the database knows, and nothing that it says now is kept. */
function passFence(
  parts: ReadParts,
  read: BoundRead,
  values: readonly (string | null)[],
): Promise<Answer> {
  if (values.some((value) => looksExpired(value, parts.timer.now()))) {
    parts.background(parts.store.ask('tidy', (store) => store.tidy(read.tags)))
  }
  return bypass(parts, read, 'fence')
}

/** Ends a lease under which nothing will be stored, so that nobody waits for it. */
function giveBack(parts: ReadParts, read: BoundRead, versions: readonly string[]): void {
  const lease = { key: read.leaseKey, versions }
  parts.background(parts.store.ask('release', (store) => store.release(lease)))
}

/** Behind the reader's back: only who gets the lease loads. */
async function refresh(parts: ReadParts, read: BoundRead, seen: LookAnswer): Promise<void> {
  if (parts.loads.find(read.place.entryKey, seen.values)) return
  const lease = await parts.store.ask('lease', (store) => store.lease(read.leaseKey, read.tags))
  if (!lease?.granted) return
  try {
    await loadAndFill(parts, read, lease.values)
  } catch (error) {
    parts.report({ kind: 'refreshFailed', read: read.name, error })
  }
}

/** Loads under a lease, or waits for the one who has it. */
async function leaseAndLoad(parts: ReadParts, read: BoundRead): Promise<Answer> {
  const lease = await parts.store.ask('lease', (store) => store.lease(read.leaseKey, read.tags))
  if (!lease) return bypass(parts, read, 'redis')
  if (!areSettled(lease.values)) return passFence(parts, read, lease.values)
  // The lease is a look, too: what was captured equally before it may serve.
  const begun = join(parts, read, lease.values)
  if (begun) return begun
  if (lease.granted) return loadAndFill(parts, read, lease.values)
  return waitForOther(parts, read, lease.values)
}

function join(
  parts: ReadParts,
  read: BoundRead,
  seen: readonly (string | null)[],
): Promise<Answer> | null {
  const load = parts.loads.find(read.place.entryKey, seen)
  if (!load) return null
  parts.report({ kind: 'join', read: read.name })
  return load.then((value) => ({ value, outcome: 'join' }))
}

async function waitForOther(
  parts: ReadParts,
  read: BoundRead,
  captured: readonly string[],
): Promise<Answer> {
  const { store, timer, codec, random } = parts
  let versions = captured
  for (let waits = 0; waits < mostWaits; waits++) {
    await timer.sleep((shortestWait + spread * random()) * (waits + 1))
    const seen = await store.look({ entryKey: read.place.entryKey, tags: read.tags })
    if (!seen) return bypass(parts, read, 'redis')
    const verdict = judge(codec, read.place, seen, timer.now())
    if (verdict.kind === 'fresh') return hit(parts, read, verdict, 'join')
    if (verdict.kind === 'fenced') return passFence(parts, read, seen.values)
    // The facts changed, so what the other loads is of no use to this reader.
    if (!isValid(versions, seen.values)) {
      if (areSettled(seen.values)) versions = seen.values
      break
    }
  }
  return loadAndFill(parts, read, versions)
}

/** @param versions captured before the load begins; a value of anything later is never valid */
async function loadAndFill(
  parts: ReadParts,
  read: BoundRead,
  versions: readonly string[],
): Promise<Answer> {
  const began = parts.timer.now()
  const value = read.load()
  const done = value.then((loaded) => fillEntry(parts, read, versions, loaded, began))
  parts.loads.enter(read.place.entryKey, { versions, value }, done)
  try {
    const loadedAt = await done
    const freshUntil = loadedAt + read.profile.soft
    return { value: await value, outcome: 'miss', loadedAt, freshUntil }
  } catch (error) {
    giveBack(parts, read, versions)
    throw error
  }
}
