import type { Tag } from '@/lib/base/tag'
import type { OutboxRow } from '@/lib/write/commit-protocol'
import type { AppliedRow } from '@/lib/write/relay'
import { announced, type Fact } from './facts'
import type { Scheduler } from './scheduler'

/** How a server answers a request: at once, later, or with a refusal. */
export interface Reply<T> {
  answer(value: T): void
  fail(error: Error): void
}

/** A transaction. */
export interface Session {
  state: 'open' | 'committed' | 'rolled back'
  began: number
  /** By fact; the largest that it wrote. */
  values: Map<string, number>
  rows: StoredRow[]
  /** Changes that a deferred trigger makes. */
  deferred: (readonly Fact[])[]
  /** Called at the moment of the commit. */
  committed(): void
}

export interface StoredRow extends OutboxRow {
  writer: Session
  eventId: string | null
  appliedAt: number
  /** The relay that is at it, and when the latest one let it go. */
  holder: object | null
  letGo: number
  /** When it was first marked; none of these is before it happens. */
  marked: number
}

interface Waiting {
  session: Session
  facts: readonly Fact[]
  go(): void
  fail(): void
}

const auditedHour = 3_600_000

/** A PostgreSQL with rows, row locks, snapshots, an outbox and a limit for transactions. */
export class Postgres {
  /** The committed value of each fact, and all that were ever committed. */
  readonly values = new Map<string, number>()
  readonly history = new Map<string, Set<number>>()
  readonly outbox: StoredRow[] = []
  private counter = 0
  private rowIds = 0
  private locks = new Map<string, Session>()
  private waiting: Waiting[] = []

  /** @param longest milliseconds that a transaction may last */
  constructor(
    private readonly scheduler: Scheduler,
    readonly longest: number,
  ) {}

  /** What is committed now, and what the session itself wrote. */
  select(facts: readonly Fact[], session?: Session): Record<string, number> {
    const current = (id: string) => session?.values.get(id) ?? this.values.get(id) ?? 0
    return Object.fromEntries(facts.map(({ id }) => [id, current(id)]))
  }

  begin(committed: () => void): Session {
    const session: Session = {
      state: 'open',
      began: this.scheduler.now,
      values: new Map(),
      rows: [],
      deferred: [],
      committed,
    }
    this.scheduler.after(this.longest, null, () => this.rollback(session))
    return session
  }

  /**
   * Waits for row locks, then gives each fact a value that is larger than all before.
   * @param late facts that a deferred trigger changes
   * @param bulk whether so many rows changed that none is named
   */
  update(
    session: Session,
    facts: readonly Fact[],
    late: readonly Fact[],
    bulk: boolean,
    reply: Reply<void>,
  ): void {
    const touched = [...facts, ...late]
    const go = () => {
      for (const { id } of touched) this.locks.set(id, session)
      this.change(session, facts, bulk)
      if (late.length > 0) session.deferred.push(late)
      reply.answer()
    }
    const fail = () => reply.fail(new Error('The transaction was ended'))
    if (session.state !== 'open') fail()
    else if (this.areFree(touched, session)) go()
    else this.waiting.push({ session, facts: touched, go, fail })
  }

  /** SET CONSTRAINTS ALL IMMEDIATE. */
  runDeferred(session: Session): void {
    for (const facts of session.deferred.splice(0)) this.change(session, facts, false)
  }

  ownRows({ rows }: Session): OutboxRow[] {
    return rows.map(({ id, namespace, tags }) => ({ id, namespace, tags }))
  }

  /** @returns whether it is committed; a transaction that was ended before is not */
  commit(session: Session): boolean {
    if (session.state !== 'open') return false
    this.runDeferred(session)
    session.state = 'committed'
    for (const [id, value] of session.values) {
      this.values.set(id, value)
      this.history.set(id, (this.history.get(id) ?? new Set()).add(value))
    }
    this.outbox.push(...session.rows)
    session.committed()
    this.unlock(session)
    return true
  }

  rollback(session: Session): void {
    if (session.state !== 'open') return
    session.state = 'rolled back'
    this.unlock(session)
  }

  /** FOR UPDATE SKIP LOCKED over the rows that nobody was told of. */
  claim(limit: number, holder: object): StoredRow[] {
    const free = this.outbox.filter((row) => row.eventId === null && row.holder === null)
    const claimed = free.slice(0, limit)
    for (const row of claimed) row.holder = holder
    return claimed
  }

  letGo(holder: object): void {
    for (const row of this.outbox) {
      if (row.holder !== holder) continue
      row.holder = null
      row.letGo = this.scheduler.stamp()
    }
  }

  mark(applied: ReadonlyMap<string, string>): void {
    for (const row of this.outbox) {
      const eventId = applied.get(row.id)
      if (eventId === undefined) continue
      row.eventId = eventId
      row.marked = Math.min(row.marked, this.scheduler.stamp())
      row.appliedAt = this.scheduler.now
    }
  }

  recentlyApplied(): AppliedRow[] {
    const since = this.scheduler.now - auditedHour
    return this.outbox.flatMap((row) =>
      row.eventId !== null && row.appliedAt > since ? [{ row, eventId: row.eventId }] : [],
    )
  }

  private areFree(facts: readonly Fact[], session: Session): boolean {
    return facts.every(({ id }) => (this.locks.get(id) ?? session) === session)
  }

  private change(session: Session, facts: readonly Fact[], bulk: boolean): void {
    for (const { id } of facts) {
      this.counter += 1
      session.values.set(id, this.counter)
    }
    for (const [namespace, tags] of announced(facts, bulk)) {
      this.rowIds += 1
      session.rows.push({
        id: String(this.rowIds),
        namespace,
        tags: [...tags] as Tag[],
        writer: session,
        eventId: null,
        appliedAt: 0,
        holder: null,
        letGo: 0,
        marked: Number.POSITIVE_INFINITY,
      })
    }
  }

  private unlock(session: Session): void {
    for (const [id, holder] of this.locks) if (holder === session) this.locks.delete(id)
    const waiting = this.waiting
    this.waiting = []
    for (const one of waiting) {
      if (one.session.state !== 'open') one.fail()
      else if (this.areFree(one.facts, one.session)) one.go()
      else this.waiting.push(one)
    }
  }
}
