import type { Tag } from '@/lib/base/tag'
import { describeQuestion, factsAsked, type Question, type Value } from '../world/facts'
import type { Postgres, Session } from '../world/postgres'
import { Losses } from './losses'
import { markedAt, never, newWrite, type Stamp, type Write } from './write'

/** The code broke what it promises. */
export class Violation extends Error {
  override name = 'Violation'

  /** @param promise a short name that does not change when a scenario shrinks */
  constructor(
    readonly promise: string,
    words: string,
  ) {
    super(`${promise}: ${words}`)
  }
}

/** Why a write must be seen by a reader that begins later. */
const reasons = {
  'acknowledged writes are seen': (write: Write, at: Stamp) =>
    write.done < at && write.bumpLost.until < at,
  'fenced commits are seen': (write: Write, at: Stamp) =>
    write.fenced < write.committed && write.committed < at && write.fenceLost.until < at,
  'relayed commits are seen': (write: Write, at: Stamp) =>
    markedAt(write) < at && write.bumpLost.until < at,
  'Redis is told before it is trusted': (write: Write, at: Stamp, process: object) =>
    (write.caughtUp.get(process) ?? never) < at && write.bumpLost.until < at,
}

/** Watches commits, acknowledgements and losses, and compares with what readers see. */
export class Checker {
  readonly writes: Write[] = []
  readonly losses = new Losses(this.writes)
  private readonly bySession = new Map<Session, Write>()
  private readonly byFact = new Map<string, Write[]>()

  constructor(
    private readonly postgres: Postgres,
    private readonly stamp: () => Stamp,
  ) {}

  began(session: Session): Write {
    const write = newWrite(session)
    this.bySession.set(session, write)
    this.writes.push(write)
    return write
  }

  committed(session: Session): void {
    const write = this.bySession.get(session)
    if (!write) return
    write.committed = this.stamp()
    for (const id of session.values.keys()) {
      const writes = this.byFact.get(id)
      if (writes) writes.push(write)
      else this.byFact.set(id, [write])
    }
  }

  /** @param ran when Redis ran the fence */
  fenced(write: Write, ran: Stamp): void {
    write.fenceRan = ran
    write.fenced = this.stamp()
    this.losses.fenced(write)
  }

  /** What the caller of a command was told. */
  answered(write: Write, answer: 'committed' | 'pending' | 'refused', strict: boolean): void {
    const { state } = write.session
    if (strict && answer !== 'refused' && write.fenced === never) {
      throw new Violation('strict writes are fenced', `it was answered as ${answer}`)
    }
    if (state !== (answer === 'refused' ? 'rolled back' : 'committed')) {
      throw new Violation('answers are true', `the answer was ${answer}, the write is ${state}`)
    }
    if (answer === 'committed') write.done = this.stamp()
  }

  /** A process trusts Redis again. @param asked when it asked whether Redis is there */
  trusted(process: object, asked: Stamp): void {
    const now = this.stamp()
    for (const write of this.writes) {
      if (write.committed > asked || write.caughtUp.has(process)) continue
      // What another relay has in hand is that relay's to tell.
      const isIts = ({ marked, holder, letGo }: Write['session']['rows'][number]) =>
        marked < now || (holder === null && letGo < asked)
      if (write.session.rows.every(isIts)) write.caughtUp.set(process, now)
    }
  }

  /** @param began when the read, or an equal one in the same request, began */
  read(process: object, question: Question, version: number, value: Value, began: Stamp): void {
    const asked = describeQuestion(question, version)
    if (value.asked !== asked) {
      throw new Violation('answers fit', `asked ${asked}, answered ${value.asked}`)
    }
    for (const { id } of factsAsked(question)) {
      const found = value.found[id] ?? -1
      if (found !== 0 && !this.postgres.history.get(id)?.has(found)) {
        throw new Violation('only commits are seen', `${id} was never ${found}`)
      }
      this.checkAge(process, id, found, began)
    }
  }

  /** After everything was told, readers see what is in the database. */
  readInTheEnd(question: Question, value: Value): void {
    for (const { id } of factsAsked(question)) {
      const [found, is] = [value.found[id], this.postgres.values.get(id) ?? 0]
      if (found !== is) {
        throw new Violation('nothing stays behind', `${id} is ${is}, a reader still sees ${found}`)
      }
    }
  }

  private checkAge(process: object, id: string, found: number, began: Stamp): void {
    const writes = this.byFact.get(id) ?? []
    for (let index = writes.length - 1; index >= 0; index--) {
      const write = writes[index]
      const value = write?.session.values.get(id)
      if (!write || value === undefined || value <= found) return
      for (const [promise, mustSee] of Object.entries(reasons)) {
        if (!mustSee(write, began, process)) continue
        throw new Violation(promise, `${id} is ${value}, a later reader sees ${found}`)
      }
    }
  }

  bumped(tags: readonly Tag[]): void {
    this.losses.bumped(tags, this.stamp())
  }
}
