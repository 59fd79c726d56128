import { failure, type Result } from '@/lib/base/result'
import type { RequestRuntime } from './runtime'
import { type SendOptions, type SendRequest, send } from './send'

/** Well below the day for which a server knows a write by its name. */
const longestWait = 12 * 3_600_000

interface Kept {
  since: number
  /** @returns whether it is settled; not while there is no connection */
  attempt: () => Promise<boolean>
  giveUp: () => void
}

/**
 * Writes that could not be sent because there is no connection: kept in the order in which they were
 * wanted, and sent under the same names when it is back. They live as long as the page does.
 */
export class KeptWrites {
  private readonly waiting: Kept[] = []
  private isSending = false

  /** @param onCount told how many wait, whenever that changes */
  constructor(
    private readonly runtime: RequestRuntime,
    private readonly onCount: (count: number) => void,
  ) {}

  /**
   * Sends a write now, or when the connection is back; the promise waits for it.
   * @param onKept called when it has to wait
   */
  async send<T>(
    request: SendRequest<T>,
    { onKept, ...options }: Omit<SendOptions, 'runtime'> & { onKept?: () => void },
  ): Promise<Result<T>> {
    const { runtime } = this
    const named = { ...request, key: request.key ?? runtime.newKey() }
    const attempt = () => send(named, { ...options, runtime })
    // Nothing overtakes what waits.
    const answer = this.waiting.length > 0 ? failure('offline') : await attempt()
    if (answer.ok || answer.code !== 'offline') return answer
    onKept?.()
    return new Promise((resolve) => {
      this.waiting.push({
        since: runtime.now(),
        attempt: async () => {
          const later = await attempt()
          if (!later.ok && later.code === 'offline') return false
          resolve(later)
          return true
        },
        giveUp: () => resolve(answer),
      })
      this.onCount(this.waiting.length)
    })
  }

  /** Sends what waits, one after the other, until the connection is gone again. */
  async sendWaiting(): Promise<void> {
    if (this.isSending) return
    this.isSending = true
    try {
      for (let next = this.waiting[0]; next; next = this.waiting[0]) {
        if (this.runtime.now() - next.since > longestWait) next.giveUp()
        else if (!(await next.attempt())) return
        this.waiting.shift()
        this.onCount(this.waiting.length)
      }
    } finally {
      this.isSending = false
    }
  }
}
