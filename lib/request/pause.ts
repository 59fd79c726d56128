const firstPause = 500
const longestPause = 20_000

/** Milliseconds before the next try: growing, half fixed and half random (0 up to 1). */
export function backoff(attempt: number, random: number): number {
  const ceiling = Math.min(longestPause, firstPause * 2 ** (attempt - 1))
  return Math.round(ceiling / 2 + (random * ceiling) / 2)
}

/** Milliseconds that `Retry-After` asks for (RFC 9110, 10.2.3), null when it asks for none. */
export function readRetryAfter(headers: Headers): number | null {
  const value = headers.get('Retry-After')
  if (value === null) return null
  const sent = Date.parse(headers.get('Date') ?? '')
  const until = Date.parse(value)
  const pause = /^\d+$/.test(value) ? Number(value) * 1_000 : until - sent
  return Number.isFinite(pause) ? Math.max(0, pause) : null
}
