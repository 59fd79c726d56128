import { storeLives } from '@/lib/cache/store'
import { Checker } from '../check/checker'
import { Journal } from './journal'
import { Network, type Weather } from './network'
import { Postgres, type Session } from './postgres'
import { Redis } from './redis'
import { Scheduler } from './scheduler'

/** Milliseconds. */
export interface Lives {
  /** Outlives a transaction. */
  fence: number
  transaction: number
  lease: number
}

/** 2023-11-14, in milliseconds. */
const epoch = 1_700_000_000_000

/** What trouble may follow at once. */
export type Moment = 'step' | 'lease' | 'fence' | 'commit' | 'bump'

/** Everything outside the processes. */
export class World {
  readonly scheduler = new Scheduler()
  readonly journal: Journal
  readonly network: Network
  readonly postgres: Postgres
  readonly checker: Checker
  readonly redis: Redis
  /** By the fence's id: when Redis first ran it. */
  readonly fencesRan = new Map<string, number>()
  /** Milliseconds that the clock of Redis is off. */
  redisSkew = 0
  failure: unknown = null
  /** How often each moment has come. */
  readonly moments: Record<Moment, number> = { step: 0, lease: 0, fence: 0, commit: 0, bump: 0 }

  constructor(
    weather: Weather,
    readonly lives: Lives,
    inWords: boolean,
  ) {
    this.postgres = new Postgres(this.scheduler, lives.transaction)
    this.checker = new Checker(this.postgres, () => this.stamp())
    this.journal = new Journal(this.scheduler, inWords)
    this.network = new Network(this.scheduler, this.journal, weather)
    const clock = () => this.now + this.redisSkew
    this.redis = new Redis(clock, storeLives(lives.fence, lives.lease), {
      lease: () => this.pass('lease'),
      fence: (id) => {
        this.pass('fence')
        if (!this.fencesRan.has(id)) this.fencesRan.set(id, this.stamp())
      },
      bump: (tags) => {
        this.pass('bump')
        this.checker.bumped(tags)
      },
    })
  }

  /** Milliseconds since 1970, by a clock that is right. */
  get now(): number {
    return epoch + this.scheduler.now
  }

  stamp(): number {
    return this.scheduler.stamp()
  }

  pass(moment: Moment): void {
    this.moments[moment] += 1
  }

  committed(session: Session): void {
    this.pass('commit')
    this.checker.committed(session)
  }

  /** Ends the run: something is wrong. */
  fail(error: unknown): void {
    this.failure ??= error
  }
}
