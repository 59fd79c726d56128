/** Whose event it is: those of the dead are dropped. */
export interface Owner {
  alive: boolean
}

interface Event {
  at: number
  order: number
  owner: Owner | null
  run: () => void
  cancelled: boolean
}

/**
 * The only time there is. One event runs; everything that it woke goes on until it waits for
 * something outside again; then comes the next event. So a seed decides every interleaving.
 */
export class Scheduler {
  /** Milliseconds since the beginning. */
  now = 0
  /** Events that were run. */
  steps = 0
  private stamps = 0
  private heap: Event[] = []

  /** A number for a moment; later moments have larger ones, also within one step. */
  stamp(): number {
    this.stamps += 1
    return this.stamps
  }

  /** @returns what cancels it */
  after(milliseconds: number, owner: Owner | null, run: () => void): () => void {
    const at = this.now + milliseconds
    const event = { at, order: this.stamp(), owner, run, cancelled: false }
    this.push(event)
    return () => {
      event.cancelled = true
    }
  }

  /**
   * Runs events until there is none, or until told to stop.
   * @param before called before each event; ends the run by returning false
   * @throws what an event throws
   */
  run(before: () => boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      const turn = () => {
        try {
          if (!before()) return resolve()
          const event = this.next()
          if (!event) return resolve()
          this.now = Math.max(this.now, event.at)
          this.steps += 1
          event.run()
        } catch (error) {
          return reject(error)
        }
        // Node empties the queue of microtasks, however it grows, before the next tick.
        queueMicrotask(() => process.nextTick(turn))
      }
      process.nextTick(turn)
    })
  }

  private next(): Event | undefined {
    let event = this.pop()
    while (event && (event.cancelled || event.owner?.alive === false)) event = this.pop()
    return event
  }

  private push(event: Event): void {
    const { heap } = this
    let at = heap.length
    heap.push(event)
    while (at > 0) {
      const above = (at - 1) >> 1
      const parent = heap[above]
      if (!parent || isBefore(parent, event)) break
      heap[at] = parent
      at = above
    }
    heap[at] = event
  }

  private pop(): Event | undefined {
    const { heap } = this
    const first = heap[0]
    const last = heap.pop()
    if (!first || !last || first === last) return first
    let at = 0
    for (;;) {
      let below = 2 * at + 1
      const [left, right] = [heap[below], heap[below + 1]]
      if (!left) break
      let least = left
      if (right && isBefore(right, left)) {
        least = right
        below += 1
      }
      if (isBefore(last, least)) break
      heap[at] = least
      at = below
    }
    heap[at] = last
    return first
  }
}

function isBefore(a: Event, b: Event): boolean {
  return a.at < b.at || (a.at === b.at && a.order < b.order)
}
