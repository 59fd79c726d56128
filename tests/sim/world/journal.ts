import type { Scheduler } from './scheduler'

/** What happened, as figures and, if wanted, in words. */
export class Journal {
  /** How often each kind of trouble happened. */
  readonly counts = new Map<string, number>()
  readonly lines: string[] = []

  constructor(
    private readonly scheduler: Scheduler,
    private readonly inWords: boolean,
  ) {}

  count(kind: string): void {
    this.counts.set(kind, (this.counts.get(kind) ?? 0) + 1)
  }

  /** @param words made only when somebody reads them */
  say(who: string, words: () => string): void {
    if (!this.inWords) return
    const { now, steps } = this.scheduler
    this.lines.push(
      `${String(steps).padStart(5)} ${now.toFixed(1).padStart(10)} ms  ${who.padEnd(10)} ${words()}`,
    )
  }
}
