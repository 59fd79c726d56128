import { expect, test } from 'vitest'
import { type Caching, cacheControl, immutable, legacySeconds, noStore } from './cache-control'

const personal = (seconds: number | null): Caching => ({ kind: 'personal', legacySeconds: seconds })

test.each<[Caching, string, string]>([
  [personal(legacySeconds.context), 'private, no-cache', 'private, max-age=300'],
  [personal(legacySeconds.clients), 'private, no-cache', 'private, max-age=300'],
  [personal(legacySeconds.engagements), 'private, no-cache', 'private, max-age=300'],
  [personal(legacySeconds.users), 'private, no-cache', 'private, max-age=60'],
  [personal(legacySeconds.mappings), 'private, no-cache', 'private, max-age=120'],
  [personal(null), 'private, no-cache', 'private, no-store'],
  [
    { kind: 'public', sharedSeconds: 60, staleSeconds: 600 },
    'public, s-maxage=60, stale-while-revalidate=600',
    'public, s-maxage=60, stale-while-revalidate=600',
  ],
  [{ kind: 'never' }, 'private, no-store', 'private, no-store'],
])('%j is kept as the table says, on the new path and on the old one', (caching, now, legacy) => {
  expect(cacheControl(caching, 'new')).toBe(now)
  expect(cacheControl(caching, 'legacy')).toBe(legacy)
})

test('what has no route has its value, too', () => {
  expect(noStore).toBe('private, no-store')
  expect(immutable).toBe('public, max-age=31536000, immutable')
})
