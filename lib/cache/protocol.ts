import { type Namespace, namespaceTag, type Tag } from '@/lib/base/tag'

/**
 * The decisions of the cache, over plain data. The scripts that Redis runs repeat the `apply…`
 * functions word for word; thousands of random histories compare the two.
 */

/** One run of a script: what makes its versions unique, also when a request is delivered twice. */
export interface Execution {
  /** Microseconds of the Redis clock. */
  now: number
  /** Letters and digits that the request brought along. */
  nonce: string
  /** How long a fence stands, milliseconds. */
  fenceLife: number
}

export interface Fence {
  id: string
  /** Microseconds of the Redis clock. */
  deadline: number
}

/** What Redis holds under a tag. */
export interface TagState {
  version: string
  fences: readonly Fence[]
}

/** What an operation sees before it: the raw value of a tag, and whether a namespace is marked. */
export interface Look {
  tag(tag: Tag): string | null
  marked(namespace: Namespace): boolean
}

/** What an operation writes; everything else stays as it is. */
export interface Writes {
  tags: Map<Tag, string>
  markers: Set<Namespace>
}

export const quarantine = 'quarantine'

/** An unfenced tag's value is its version: `valid` needs to parse nothing. */
export function formatTag({ version, fences }: TagState): string {
  if (fences.length === 0) return version
  return `${version}|${fences.map(({ id, deadline }) => `${id}@${deadline}`).join(',')}`
}

export function parseTag(value: string): TagState {
  const [version = '', open] = value.split('|', 2)
  if (!open) return { version, fences: [] }
  const fences = open.split(',').map((fence) => {
    const [id = '', deadline] = fence.split('@', 2)
    return { id, deadline: Number(deadline) }
  })
  return { version, fences }
}

/** Whether a value may be captured, compared or joined: it is there and no fence stands. */
export function isSettled(value: string | null): value is string {
  return value !== null && !value.includes('|')
}

export function areSettled(values: readonly (string | null)[]): values is readonly string[] {
  return values.every(isSettled)
}

/**
 * Whether an entry may be served.
 * @param versions of the entry, in the order of its tags
 * @param values of the same tags, read in the same command as the entry
 */
export function isValid(versions: readonly string[], values: readonly (string | null)[]): boolean {
  return (
    versions.length === values.length &&
    areSettled(values) &&
    values.every((value, index) => value === versions[index])
  )
}

/**
 * Whether a reader may wait for a load that another began: only one whose captured versions are
 * those that the reader saw itself, so that the load began after all that the reader may know.
 */
export function mayJoin(seen: readonly (string | null)[], captured: readonly string[]): boolean {
  return isValid(captured, seen)
}

/** Whether a reader should ask for `tidy`: by its own clock, so it is a guess and no more. */
export function looksExpired(value: string | null, nowMillis: number): boolean {
  if (value === null || isSettled(value)) return false
  return parseTag(value).fences.some(({ deadline }) => deadline < nowMillis * 1000)
}

/** The counter keeps apart what one microsecond makes of a tag; the nonce, what two engines do. */
export function newVersion(previous: string | null, { now, nonce }: Execution): string {
  const counter = previous === null ? 0 : Number(previous.split(':')[1])
  return `${now}:${counter + 1}:${nonce}`
}

function newFence(id: string, { now, fenceLife }: Execution): Fence {
  return { id, deadline: now + fenceLife * 1000 }
}

/** Drops fences past their deadline. A commit may hide behind each, so the version changes. */
export function prune(tag: TagState, run: Execution): TagState {
  const open = tag.fences.filter(({ deadline }) => deadline > run.now)
  if (open.length === tag.fences.length) return tag
  return { version: newVersion(tag.version, run), fences: open }
}

function withoutFence(tag: TagState, id: string): TagState {
  return { ...tag, fences: tag.fences.filter((fence) => fence.id !== id) }
}

/** What the operations of one script see: what is there, under what they wrote. */
class Draft implements Writes {
  readonly tags = new Map<Tag, string>()
  readonly markers = new Set<Namespace>()

  constructor(private readonly look: Look) {}

  read(tag: Tag): TagState | null {
    const value = this.tags.get(tag) ?? this.look.tag(tag)
    return value === null ? null : parseTag(value)
  }

  write(tag: Tag, state: TagState): void {
    this.tags.set(tag, formatTag(state))
  }

  /** A marker is missing when tags may have been lost: fences with them, so all wait one life. */
  guard(namespaces: readonly Namespace[], run: Execution): void {
    for (const namespace of namespaces) {
      if (this.look.marked(namespace) || this.markers.has(namespace)) continue
      this.markers.add(namespace)
      const tag = namespaceTag(namespace)
      const version = newVersion(this.read(tag)?.version ?? null, run)
      this.write(tag, { version, fences: [newFence(quarantine, run)] })
    }
  }

  /** The tag, pruned; made when it was missing. */
  settle(tag: Tag, run: Execution): TagState {
    const state = this.read(tag)
    return state ? prune(state, run) : { version: newVersion(null, run), fences: [] }
  }
}

/** What a script is told: the tags and every namespace that they name. */
export interface Target {
  namespaces: readonly Namespace[]
  tags: readonly Tag[]
}

/** Before COMMIT: readers go to the database until the fence is lifted or its life ends. */
export function applyFence(look: Look, target: Target, id: string, run: Execution): Writes {
  const draft = new Draft(look)
  draft.guard(target.namespaces, run)
  for (const tag of target.tags) {
    const settled = withoutFence(draft.settle(tag, run), id)
    draft.write(tag, { ...settled, fences: [...settled.fences, newFence(id, run)] })
  }
  return draft
}

/** After COMMIT: what was captured before is never valid again. An absent tag stays absent. */
export function applyBump(look: Look, target: Target, id: string, run: Execution): Writes {
  const draft = new Draft(look)
  draft.guard(target.namespaces, run)
  for (const tag of target.tags) {
    const state = draft.read(tag)
    if (!state) continue
    const pruned = withoutFence(prune(state, run), id)
    draft.write(tag, { ...pruned, version: newVersion(pruned.version, run) })
  }
  return draft
}

/** After a confirmed ROLLBACK, and then alone: nothing changed, so the version stays. */
export function applyLift(look: Look, tags: readonly Tag[], id: string): Writes {
  const draft = new Draft(look)
  for (const tag of tags) {
    const state = draft.read(tag)
    if (state?.fences.some((fence) => fence.id === id)) draft.write(tag, withoutFence(state, id))
  }
  return draft
}

/** What Redis holds under a lease: the versions that its holder captured, as one text. */
export function formatLease(versions: readonly string[]): string {
  return versions.join(' ')
}

/**
 * At a miss: the versions under which the coming load may be stored, and who loads. A lease whose
 * holder captured other versions keeps nobody waiting: what its holder loads is never valid again.
 * @param look at the tags, and at what the lease holds
 */
export function applyLease(
  look: Look & { lease: string | null },
  target: Target,
  run: Execution,
): Writes & { values: string[]; granted: boolean } {
  const draft = new Draft(look)
  draft.guard(target.namespaces, run)
  // Settled tags are written, too: that renews their life.
  for (const tag of target.tags) draft.write(tag, draft.settle(tag, run))
  const values = target.tags.map((tag) => draft.tags.get(tag) ?? '')
  const granted = areSettled(values) && look.lease !== formatLease(values)
  return { tags: draft.tags, markers: draft.markers, values, granted }
}

/** For fences that nobody lifts: drops the expired ones. */
export function applyTidy(look: Look, target: Target, run: Execution): Writes {
  const draft = new Draft(look)
  draft.guard(target.namespaces, run)
  for (const tag of target.tags) {
    const state = draft.read(tag)
    const pruned = state && prune(state, run)
    if (pruned && pruned !== state) draft.write(tag, pruned)
  }
  return draft
}
