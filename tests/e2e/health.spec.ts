import { expect } from '@playwright/test'
import { siteUrls } from '../support/sites'
import { apiOf } from './support/people'
import { test } from './support/test'

test('whether the site is well: the verdict for everybody, the parts for administrators', async () => {
  for (const url of siteUrls()) {
    const anybody = await apiOf(null, url)
    const alive = await anybody.get('/api/health/live')
    expect([alive.status(), await alive.json()]).toEqual([200, { status: 'ok' }])
    for (const person of [null, 'viewer', 'admin'] as const) {
      const ready = await (await apiOf(person, url)).get('/api/health/ready')
      expect(ready.status()).toBe(200)
      expect(ready.headers()['cache-control']).toContain('no-store')
      const { status, checks } = await ready.json()
      expect(status).toBe('ok')
      const parts = Object.keys(checks ?? {})
      expect(parts).toEqual(person === 'admin' ? ['database', 'redis', 'flags', 'relay'] : [])
    }
  }
})
