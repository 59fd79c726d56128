import { normaliseHeader } from './normalise'

const FEWEST_HEADERS = 4
const LEAST_SHARE = 0.6

/**
 * The first word that most headers of a file begin with (`u_`, `server.`) and that therefore says
 * nothing about a single column; null when there is none.
 */
export function commonPrefix(headers: readonly string[]): string | null {
  const counts = new Map<string, number>()
  for (const header of headers) {
    const [first = '', ...others] = normaliseHeader(header).split(' ')
    if (others.length > 0) counts.set(first, (counts.get(first) ?? 0) + 1)
  }
  const [word, count] = [...counts].sort((one, other) => other[1] - one[1])[0] ?? ['', 0]
  const shared = headers.length >= FEWEST_HEADERS && count >= headers.length * LEAST_SHARE
  return shared && word !== '' ? word : null
}
