import type { Journal } from './journal'
import type { Reply } from './postgres'
import type { Process } from './process'
import type { Scheduler } from './scheduler'

/** How messages fare; shares are from 0 to 1. */
export interface Weather {
  /** Milliseconds that a message to either server usually takes at most. */
  redis: number
  postgres: number
  /** What a COMMIT takes besides, on its way and after it. */
  commit: number
  /** Messages that take up to half a second. */
  slow: number
  /** Messages to Redis that arrive when nobody waits for them any more. */
  late: number
  lost: number
  unanswered: number
  twice: number
  /** A third of the statements whose connection breaks; of COMMITs it is three times as often. */
  cut: number
}

export const fairWeather: Weather = {
  redis: 2,
  postgres: 2,
  commit: 0,
  slow: 0,
  late: 0,
  lost: 0,
  unanswered: 0,
  twice: 0,
  cut: 0,
}

/** Milliseconds after which a client gives up on Redis, and a late message arrives at last. */
const clientDeadline = 1_000
const latest = 200_000

/** A connection broke. */
export class Cut extends Error {
  override name = 'Cut'
}

/** Carries requests to the two servers, and answers back, as the weather has it. */
export class Network {
  constructor(
    private readonly scheduler: Scheduler,
    private readonly journal: Journal,
    public weather: Weather,
  ) {}

  /** @param serve runs when the request arrives, which may be never, or twice */
  redis<T>(process: Process, name: string, serve: () => T): Promise<T> {
    return new Promise((resolve, reject) => {
      const { random } = process
      const fail = (words: string) => {
        // Either the client hears of it, or it waits until its patience ends.
        const delay = random.chance(0.5) ? this.delay(process, 'redis') : clientDeadline
        this.scheduler.after(delay, process, () => {
          this.journal.say(process.name, () => `redis ${name}: ${words}`)
          reject(new Error(words))
        })
      }
      if (process.isCutOff(this.scheduler.now)) {
        this.journal.count('cut off')
        return fail('unreachable')
      }
      const fate = this.fate(process)
      if (fate !== 'on its way') this.journal.count(fate)
      if (fate === 'lost') return fail('the request was lost')
      const arrive = () => {
        const answer = serve()
        this.journal.say('redis', () => `${name} of ${process.name} → ${show(answer)}`)
        return answer
      }
      const late = fate === 'late'
      const delay = late ? random.magnitude(1, latest) : this.delay(process, 'redis')
      this.scheduler.after(delay, null, () => {
        const answer = arrive()
        if (fate === 'unanswered') return fail('the answer was lost')
        if (!late)
          this.scheduler.after(this.delay(process, 'redis'), process, () => resolve(answer))
      })
      if (late) fail('no answer in time')
      if (fate === 'twice') {
        this.scheduler.after(random.magnitude(1, latest), null, arrive)
      }
    })
  }

  /** @param serve runs when the statement arrives, which it does once or never */
  postgres<T>(process: Process, name: string, serve: (reply: Reply<T>) => void): Promise<T> {
    return new Promise((resolve, reject) => {
      const besides = () => (name === 'commit' ? process.random.between(0, this.weather.commit) : 0)
      const hear = (words: () => string, act: () => void, delay = besides()) => {
        this.scheduler.after(delay + this.delay(process, 'postgres'), process, () => {
          this.journal.say(process.name, () => `postgres ${name}: ${words()}`)
          act()
        })
      }
      const breaks = () => 'the connection broke'
      const fate = this.fateOfStatement(process, name)
      if (fate !== 'on its way') this.journal.count(fate)
      if (fate === 'cut before' || fate === 'cut at once') hear(breaks, () => reject(new Cut()), 0)
      if (fate === 'cut before') return
      const answer = (words: () => string, act: () => void) => {
        if (fate === 'cut after') hear(breaks, () => reject(new Cut()))
        else if (fate !== 'cut at once') hear(words, act)
      }
      this.scheduler.after(besides() + this.delay(process, 'postgres'), null, () => {
        this.journal.say('postgres', () => `${name} of ${process.name}`)
        serve({
          answer(value) {
            const done = () => resolve(value)
            answer(() => show(value), done)
          },
          fail(error) {
            const refused = () => reject(error)
            answer(() => error.message, refused)
          },
        })
      })
    })
  }

  private delay({ random }: Process, server: 'redis' | 'postgres'): number {
    const { slow, [server]: usual } = this.weather
    if (slow > 0 && random.chance(slow)) {
      this.journal.count('slow')
      return random.between(0, 500)
    }
    return random.between(0, usual)
  }

  /** A connection may break before a statement arrives, while it is on its way, or after it ran. */
  private fateOfStatement({ random }: Process, name: string) {
    const cut = this.weather.cut * (name === 'commit' ? 3 : 1)
    const drawn = random.next()
    if (drawn < cut) return 'cut before'
    if (drawn < 2 * cut) return 'cut at once'
    return drawn < 3 * cut ? 'cut after' : 'on its way'
  }

  private fate({ random }: Process) {
    const { lost, unanswered, twice, late } = this.weather
    const drawn = random.next()
    if (drawn < lost) return 'lost'
    if (drawn < lost + unanswered) return 'unanswered'
    if (drawn < lost + unanswered + twice) return 'twice'
    return drawn < lost + unanswered + twice + late ? 'late' : 'on its way'
  }
}

function show(value: unknown): string {
  if (value === undefined) return 'done'
  return JSON.stringify(value, (name, part) => {
    // A row's transaction knows the row.
    if (name === 'writer') return undefined
    return part instanceof Map || part instanceof Set ? [...part] : part
  })
}
