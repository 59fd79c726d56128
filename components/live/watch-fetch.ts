interface FetchWatcher {
  /**
   * An action of the page was sent.
   * @returns its answer has begun, or will not come; says whether it brings a page
   */
  onAction(): (bringsPage: boolean) => void
  /** @param at when the answer was asked for (ms) */
  onAnswer(requestId: string, at: number): void
}

/** By these the framework's answer to an action says that a page comes with it. */
const pageHeaders = ['x-action-revalidated', 'x-action-redirect']

/**
 * Hears of what this page fetches from now on, by standing before the browser's own fetch: the
 * framework tells nobody when an action of its page is under way, nor when a page was asked for.
 */
export function watchFetch({ onAction, onAnswer }: FetchWatcher): void {
  const original = window.fetch
  window.fetch = async (input, init) => {
    const at = Date.now()
    const ended = new Headers(init?.headers).has('next-action') ? onAction() : null
    let bringsPage = false
    try {
      const answer = await original.call(window, input, init)
      const id = answer.headers.get('x-request-id')
      if (id !== null) onAnswer(id, at)
      bringsPage = pageHeaders.some((name) => answer.headers.has(name))
      return answer
    } finally {
      ended?.(bringsPage)
    }
  }
}
