import 'server-only'
import { after } from 'next/server'

/**
 * Keeps a host that stops between requests up for work that nobody waits for.
 * @param work what is under way, or what begins once the answer was sent
 * @param failed hears of an error
 */
export function keepUp(
  work: Promise<unknown> | (() => Promise<unknown>),
  failed: (error: unknown) => void,
): void {
  const watched = async () => {
    try {
      await (typeof work === 'function' ? work() : work)
    } catch (error) {
      failed(error)
    }
  }
  try {
    after(typeof work === 'function' ? watched : watched())
  } catch {
    // Outside of a request there is no answer to wait for.
    if (typeof work === 'function') void watched()
  }
}
