import type { Tag } from '@/lib/base/tag'
import { quarantine } from '@/lib/cache/protocol'
import type { App } from '../world/app'
import type { Moment, World } from '../world/world'
import type { Trouble } from './scenario'

interface Planned {
  on: Moment
  at: number
  act(): void
  done: boolean
}

/** Lets the troubles of a scenario happen when their steps come. */
export class Troubles {
  private readonly planned: Planned[]
  private ended = false
  private readonly dead = new Set<number>()

  /** @param start puts a new process in the place of a dead one */
  constructor(
    private readonly world: World,
    troubles: readonly Trouble[],
    private readonly apps: readonly App[],
    private readonly start: (index: number) => void,
  ) {
    this.planned = troubles.flatMap((trouble, index) => this.plan(trouble, index))
  }

  /** Called before each step. */
  strike(): void {
    const { moments, scheduler } = this.world
    moments.step = scheduler.steps
    if (this.ended) return
    for (const plan of this.planned) {
      if (plan.done || moments[plan.on] < plan.at) continue
      plan.done = true
      plan.act()
    }
  }

  /** From now on the servers are there, and nobody dies. */
  end(): void {
    this.ended = true
    for (const app of this.apps) app.process.cutOff(0)
    for (const index of this.dead) this.start(index)
    this.dead.clear()
  }

  private plan(trouble: Trouble, index: number): Planned[] {
    const { on, at } = trouble
    if (trouble.kind !== 'failover') {
      return [{ on, at, act: () => this.happen(trouble), done: false }]
    }
    let since = 0
    const remember = () => {
      since = this.world.stamp()
      this.world.redis.remember(index)
    }
    const failOver = () => {
      const delayed = () => this.ended || this.failOver(index, since, trouble.skew)
      this.world.scheduler.after(trouble.time, null, delayed)
    }
    return [
      { on, at, act: remember, done: false },
      { on, at, act: failOver, done: false },
    ]
  }

  private happen(trouble: Exclude<Trouble, { kind: 'failover' }>): void {
    const { world } = this
    world.journal.say('trouble', () => JSON.stringify(trouble))
    if (trouble.kind !== 'evict') world.journal.count(trouble.kind)
    if (trouble.kind === 'evict') this.evict(trouble.what)
    else if (trouble.kind === 'flush') world.redis.flush()
    else if (trouble.kind === 'crash') this.crash(trouble.process, trouble.back)
    else this.cutOff(trouble.process, trouble.time)
  }

  private failOver(number: number, since: number, skew: number): void {
    const { world } = this
    world.journal.count('failover')
    world.journal.say('trouble', () => 'redis fails over to what it was')
    world.redis.failOver(number)
    world.redisSkew = skew * world.lives.fence
    world.checker.losses.failedOver(since, world.stamp())
  }

  private evict(what: 'tags' | 'markers' | 'entries'): void {
    const { world } = this
    const gone = world.redis.evict(what, (count) => world.scheduler.steps % Math.max(count, 1))
    if (gone === null) return
    world.journal.count(`evict ${what}`)
    world.journal.say('trouble', () => `gone: ${gone.key}`)
    if (what === 'tags') this.evicted(gone.key as Tag, gone.value)
  }

  private evicted(tag: Tag, value: string): void {
    const { checker } = this.world
    checker.losses.evicted(tag, value.includes(quarantine), this.world.stamp())
  }

  private crash(index: number, back: number): void {
    const { process } = this.apps[index] ?? {}
    if (!process?.alive) return
    process.die()
    this.dead.add(index)
    this.world.scheduler.after(back, null, () => {
      if (this.dead.delete(index)) this.start(index)
    })
  }

  private cutOff(index: number | null, time: number): void {
    const until = this.world.scheduler.now + time
    for (const [at, { process }] of this.apps.entries()) {
      if (index === null || index === at) process.cutOff(until)
    }
  }
}
