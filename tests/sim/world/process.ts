import type { Random } from './random'
import type { Owner } from './scheduler'

/** A process of the application, as the world around it sees it. */
export class Process implements Owner {
  alive = true
  /** When it last asked whether Redis is there. */
  pinged = 0
  /** What the servers do when its connections end. */
  readonly whenDead: (() => void)[] = []
  private cutOffUntil = 0

  constructor(
    readonly name: string,
    readonly random: Random,
  ) {}

  isCutOff(now: number): boolean {
    return now < this.cutOffUntil
  }

  /** Redis is out of its reach until then. */
  cutOff(until: number): void {
    this.cutOffUntil = until
  }

  die(): void {
    this.alive = false
    for (const end of this.whenDead) end()
  }
}
