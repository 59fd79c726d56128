import { namespaceOf, namespaceTag, type Tag } from '@/lib/base/tag'
import { markedAt, never, type Stamp, tagsOf, type Write } from './write'

/** Redis lost keys: all since a moment, or one. */
type Lost = { at: Stamp } & (
  | { kind: 'since'; since: Stamp }
  | { kind: 'tag'; tag: Tag; quarantined: boolean }
)

/**
 * What the promise leaves out, and no more. A failover to an older state excuses stale readers of
 * the writes whose fence or bump it took, until they are told again or the audit has run; an
 * evicted tag excuses readers of the writes whose fence stood on it, until their bump.
 */
export class Losses {
  private readonly bumps = new Map<Tag, Stamp[]>()
  private readonly lost: Lost[] = []

  constructor(private readonly writes: readonly Write[]) {}

  /** A bump ran: what it told again needs no excuse any more. */
  bumped(tags: readonly Tag[], at: Stamp): void {
    for (const tag of tags) {
      const stamps = this.bumps.get(tag)
      if (stamps) stamps.push(at)
      else this.bumps.set(tag, [at])
    }
    for (const write of this.writes) {
      write.wasTold ||= this.isTold(write, write.committed)
      for (const loss of [write.fenceLost, write.bumpLost]) {
        if (loss.until !== never) continue
        if (this.isTold(write, Math.max(loss.since, write.committed))) loss.until = at
      }
    }
  }

  /** Redis is as it was at an earlier moment. */
  failedOver(since: Stamp, at: Stamp): void {
    const lost = { kind: 'since', since, at } as const
    this.lost.push(lost)
    for (const [tag, stamps] of this.bumps) {
      this.bumps.set(
        tag,
        stamps.filter((stamp) => stamp <= since),
      )
    }
    for (const write of this.writes) {
      const isLost = write.wasTold && !this.isTold(write, write.committed)
      // A fence that is back keeps readers away until it is past, and then the version is new.
      if (isLost && write.fenceRan > since) write.bumpLost = { since: at, until: never }
      this.excuseFence(write, lost)
    }
  }

  /** @param quarantined whether it carried a quarantine, which stood for fences lost before */
  evicted(tag: Tag, quarantined: boolean, at: Stamp): void {
    const lost = { kind: 'tag', tag, quarantined, at } as const
    this.lost.push(lost)
    for (const write of this.writes) this.excuseFence(write, lost)
  }

  /** A writer learned late that its fence had run: what was lost in between counts. */
  fenced(write: Write): void {
    for (const lost of this.lost) if (lost.at > write.fenceRan) this.excuseFence(write, lost)
  }

  /** An audit that began at a moment is through: what it had to find is excused no longer. */
  audited(began: Stamp, at: Stamp): void {
    for (const write of this.writes) {
      if (markedAt(write) > began || write.committed > began) continue
      for (const loss of [write.fenceLost, write.bumpLost]) {
        if (loss.until === never && loss.since < began) loss.until = at
      }
    }
  }

  private excuseFence(write: Write, lost: Lost): void {
    if (write.fenceRan > lost.at || this.isTold(write, write.committed)) return
    const isLost = lost.kind === 'since' ? write.fenceRan > lost.since : stoodOn(write, lost)
    if (isLost) write.fenceLost = { since: lost.at, until: never }
  }

  /** Whether each of its tags was bumped after a moment, and Redis still knows. */
  private isTold(write: Write, after: Stamp): boolean {
    for (const tag of tagsOf(write)) {
      if (!this.bumps.get(tag)?.some((stamp) => stamp > after)) return false
    }
    return write.committed !== never
  }
}

function stoodOn(write: Write, { tag, quarantined }: { tag: Tag; quarantined: boolean }): boolean {
  const tags = tagsOf(write)
  if (tags.has(tag)) return true
  return quarantined && [...tags].some((one) => namespaceTag(namespaceOf(one)) === tag)
}
