/** How far an upload is. */
export type UploadProgress = {
  phase: 'preparing' | 'sending' | 'waiting' | 'completing' | 'done'
  sentBytes: number
  totalBytes: number
  /** Null until something was measured. */
  bytesPerSecond: number | null
  secondsLeft: number | null
  /** Set while `waiting`: the pause before the next try. */
  retryInSeconds?: number
}

/** The rate is that of the last seconds, so that it follows a network that changes. */
const WINDOW = 15_000

/** Counts bytes as they arrive and tells the rate and the time left. */
export class UploadMeter {
  private sent = 0
  private marks: { at: number; sent: number }[] = []

  constructor(
    private readonly total: number,
    private readonly now: () => number,
  ) {}

  /** @param missing bytes still to send; what arrived before says nothing about the rate */
  begin(missing: number): void {
    this.sent = this.total - missing
    this.marks = [{ at: this.now(), sent: this.sent }]
  }

  add(bytes: number): void {
    const at = this.now()
    this.sent += bytes
    this.marks.push({ at, sent: this.sent })
    while (this.marks.length > 2 && (this.marks[0]?.at ?? at) < at - WINDOW) this.marks.shift()
  }

  read(phase: UploadProgress['phase'], retryIn?: number): UploadProgress {
    const rate = this.rate()
    return {
      phase,
      sentBytes: this.sent,
      totalBytes: this.total,
      bytesPerSecond: rate,
      secondsLeft: rate === null ? null : (this.total - this.sent) / rate,
      ...(retryIn === undefined ? {} : { retryInSeconds: retryIn / 1_000 }),
    }
  }

  private rate(): number | null {
    const first = this.marks[0]
    const last = this.marks.at(-1)
    if (!first || !last || last.sent === first.sent || last.at <= first.at) return null
    return ((last.sent - first.sent) / (last.at - first.at)) * 1_000
  }
}
