import { Violation } from '../check/checker'
import { type App, startApp } from '../world/app'
import { owners } from '../world/facts'
import { fairWeather } from '../world/network'
import { createRandom } from '../world/random'
import { startReading } from '../world/reading'
import { World } from '../world/world'
import { type Player, play } from './act'
import type { Scenario } from './scenario'
import { Troubles } from './troubles'

export interface Outcome {
  steps: number
  /** How often what happened; kinds of trouble and events of the cache. */
  counts: ReadonlyMap<string, number>
  violation: Violation | null
  /** The interleaving in words, if it was asked for. */
  lines: readonly string[]
}

/** Milliseconds and steps after which a run is stuck. */
const [longest, most] = [4 * 3_600_000, 100_000]
/** Longer than the breaker's longest pause, milliseconds. */
const quiet = 60_000

/**
 * Plays a scenario from beginning to end; the same scenario goes the same way.
 * @throws what is wrong with the simulator itself
 */
export async function simulate(scenario: Scenario, inWords = false): Promise<Outcome> {
  const world = new World(scenario.weather, scenario.lives, inWords)
  const run = new Run(world, scenario)
  const { scheduler, journal } = world
  void run.conduct().catch((error) => world.fail(error))
  await scheduler.run(() => {
    run.troubles.strike()
    return !run.over && world.failure === null && scheduler.steps < most
  })
  if (!run.over) world.fail(new Violation('everything ends', 'somebody waits for ever'))
  const { failure } = world
  if (failure !== null && !(failure instanceof Violation)) throw failure
  return {
    steps: scheduler.steps,
    counts: journal.counts,
    violation: failure,
    lines: journal.lines,
  }
}

/** One scenario under way. */
class Run {
  over = false
  readonly troubles: Troubles
  private readonly apps: App[] = []
  private readonly players: Player[]
  private starts = 0
  private allPlayed = () => {}

  constructor(
    private readonly world: World,
    private readonly scenario: Scenario,
  ) {
    this.players = scenario.actors.map((actor) => ({ actor, next: 0, done: false }))
    this.troubles = new Troubles(world, scenario.troubles, this.apps, (index) => this.start(index))
  }

  async conduct(): Promise<void> {
    const { world, scenario } = this
    if (scenario.opened) for (const { namespace } of owners) world.redis.open(namespace)
    const played = new Promise<void>((resolve) => {
      this.allPlayed = resolve
    })
    for (const index of scenario.processes.keys()) this.start(index)
    world.scheduler.after(longest, null, () => this.allPlayed())
    await played
    if (!this.players.every(({ done }) => done)) {
      throw new Violation('everything ends', 'an actor waits for ever')
    }
    this.troubles.end()
    world.network.weather = fairWeather
    await this.settle()
    for (let round = 0; round < 2; round++) await this.readEverything()
    this.over = true
  }

  /** A process, or its successor, with those who act in it. */
  private start(index: number): void {
    const { world, scenario, apps } = this
    const plan = scenario.processes[index]
    if (!plan) return
    this.starts += 1
    const random = createRandom(scenario.salt, index, this.starts)
    const generation = apps[index] ? `.${this.starts}` : ''
    const app = startApp(world, { name: `P${index + 1}${generation}`, ...plan }, random)
    apps[index] = app
    for (const player of this.players) {
      if (player.actor.process !== index || player.done) continue
      play(world, app, player).then(
        () => this.players.every(({ done }) => done) && this.allPlayed(),
        (error) => world.fail(error),
      )
    }
  }

  /** Every fence ends, and relays go by until nothing is left to be told. */
  private async settle(): Promise<void> {
    const { world, scenario, apps } = this
    await this.pass(quiet + 2 * scenario.lives.fence)
    for (const app of apps.slice(0, 2)) await app.relayAndAudit()
    if (world.postgres.outbox.some(({ eventId }) => eventId === null)) {
      throw new Violation('nothing stays behind', 'the relay left a row in the outbox')
    }
  }

  /** By every process. */
  private async readEverything(): Promise<void> {
    const { world, scenario } = this
    for (const app of this.apps) {
      const { ask } = startReading(world, app)
      const values = await Promise.all(scenario.questions.map(ask))
      for (const [index, question] of scenario.questions.entries()) {
        const value = values[index]
        if (value) world.checker.readInTheEnd(question, value)
      }
    }
    await this.pass(10)
  }

  private pass(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      this.world.scheduler.after(milliseconds, null, resolve)
    })
  }
}
