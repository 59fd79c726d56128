import { expect } from '@playwright/test'
import { startSites } from '@/local/test-sites.mjs'
import { createFaultProxy } from '@/scripts/chaos/fault-proxy'
import { siteUrls } from '../support/sites'
import { siteEnvironment } from './support/behind-the-site'
import { bringFile, workplace } from './support/bring-file'
import { gate } from './support/gate'
import { apiOf, people } from './support/people'
import { beSignedIn } from './support/sign-in'
import { test } from './support/test'

test('with Redis dead the pages work, the badge says so, and live goes on by itself', async ({
  browser,
}) => {
  const redis = new URL(siteEnvironment().UPSTASH_REDIS_REST_URL ?? '')
  const port = Number(redis.port)
  const proxy = await createFaultProxy(() => port)
  redis.port = String(proxy.port)
  const { urls, stop } = await startSites({ UPSTASH_REDIS_REST_URL: redis.origin }, 1, 'trouble')
  try {
    const api = await apiOf('analyst', siteUrls()[0])
    const columns = 'Server Name,CPU Count,Zzyx'
    const { flowId } = await bringFile(api, 'trouble.csv', `${columns}\nlive-9,4,q\n`)
    const page = await (await browser.newContext({ baseURL: urls[0] })).newPage()
    await beSignedIn(page, people.manager)
    await page.goto(`${workplace}/flows/${flowId}/mapping`)
    const badge = (word: string) => page.getByRole('status').filter({ hasText: word })
    await expect(badge('Live')).toBeVisible()

    proxy.suffer('refused')
    await expect(badge('Updates delayed')).toBeVisible()
    await page.getByRole('link', { name: 'Inventory' }).first().click()
    await expect(page.getByRole('heading', { level: 1, name: 'Inventory' })).toBeVisible()
    await expect(page).toHaveURL(/\/inventory$/)
    await page.goBack()
    await expect(page.getByRole('heading', { level: 1, name: 'Map columns' })).toBeVisible()

    const mappings = `/api${workplace}/flows/${flowId}/mappings`
    const answer = await api.post(`${mappings}/approve`, {
      data: { filter: { minConfidence: 0.9 } },
    })
    expect(answer.status()).toBe(200)
    proxy.suffer('none')
    await expect(badge('Live')).toBeVisible({ timeout: 30_000 })
    const decided = page.getByRole('region', { name: /^Approved/ })
    await expect(decided.getByRole('listitem').first()).toBeVisible()
    await page.context().close()
    await api.dispose()
  } finally {
    await stop()
    await proxy.stop()
  }
})

test('who leaves a page while it is shown anew hears of changes on the next one at once', async ({
  page,
  baseURL,
}) => {
  const live = page.locator('[data-live="live"]')
  await beSignedIn(page, people.admin)
  await page.goto('/admin/clients/acme')
  await expect(live).toBeVisible()
  const [asked, answer] = [gate(), gate()]
  await page.route('**/admin/clients/acme*', async (route) => {
    asked.open()
    await answer.passed
    await route.continue()
  })
  await page.evaluate(() => {
    for (const kind of ['freeze', 'resume']) document.dispatchEvent(new Event(kind))
  })
  await asked.passed
  const next = page.waitForResponse((response) => new URL(response.url()).pathname === workplace)
  await page.getByRole('link', { name: 'ERP consolidation' }).click()
  await next
  answer.open()
  await expect(page).toHaveURL(workplace)
  await expect(live).toBeVisible()
  const name = `left-${Date.now()}.csv`
  const api = await apiOf('analyst', baseURL)
  await bringFile(api, name, `Server Name,CPU Count,Zzyx\n${name},4,q\n`)
  await api.dispose()
  // Well before the next refresh would give up waiting for the one that was left.
  await expect(page.getByRole('link', { name })).toBeVisible({ timeout: 5_000 })
})
