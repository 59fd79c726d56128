import { expect, type Page, request } from '@playwright/test'
import { siteUrls } from '../support/sites'
import { expectAccessible } from './support/accessibility'
import { beSignedIn } from './support/sign-in'
import { test } from './support/test'

const [one = '', other = one] = siteUrls()

/** What the page of a process shows, as it came, and whether Next had kept it. */
async function statusOf(url: string): Promise<{ people: number; kept: boolean }> {
  const api = await request.newContext()
  const answer = await api.get(`${url}/status`)
  expect(answer.status()).toBe(200)
  const found = /People<\/span><span[^>]*>([\d,]+)</.exec(await answer.text())
  await api.dispose()
  return {
    people: Number(found?.[1]?.replaceAll(',', '')),
    kept: answer.headers()['x-nextjs-cache'] === 'HIT',
  }
}

async function askForAccess(page: Page, name: string) {
  await page.goto(`${one}/sign-up`)
  await page.getByLabel('Name', { exact: true }).fill(name)
  await page.getByLabel('E-mail').fill(`${name.replaceAll(' ', '.')}@example.org`)
  await page.getByLabel('Password').fill('four plain words here')
  await page.getByLabel('What do you need?').fill('The pilot, please.')
  await page.getByRole('button', { name: 'Send the request' }).click()
  await expect(page.getByText('Your request is on its way.')).toBeVisible()
}

test('a fact that changes on one process changes the kept page of both', async ({ page }, {
  project,
}) => {
  const name = `counted ${project.name} ${Date.now()}`
  await askForAccess(page, name)
  // Other tests change facts, too: both processes are asked until each has the page from the store.
  await expect.poll(async () => (await statusOf(one)).kept).toBe(true)
  await expect.poll(async () => (await statusOf(other)).kept).toBe(true)
  const before = await statusOf(other)

  await beSignedIn(page, 'admin@portolan.test')
  await page.goto(`${one}/admin/requests`)
  const approval = page.getByRole('form', { name: `Approve ${name}` })
  await approval.getByLabel('Engagement').selectOption({ label: 'Pilot' })
  await approval.getByLabel('Role').selectOption('viewer')
  await approval.getByRole('button', { name: 'Let in' }).click()
  await expect(approval).toBeHidden()

  // At once: nothing is waited for any more.
  const [here, there] = [await statusOf(one), await statusOf(other)]
  expect(here.people).toBeGreaterThan(before.people)
  expect(there.people).toBeGreaterThanOrEqual(here.people)
})

test('the status page says how the service is doing right now', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('link', { name: 'Status' }).click()
  await expect(page).toHaveURL(/\/status$/)
  await expect(page.getByText('All parts of the service answer.')).toBeVisible()
  await expect(page.getByText('Answers', { exact: true })).toHaveCount(3)
  await expectAccessible(page)
})

test('the status page is the same for everybody, and nothing is below it', async ({ page }) => {
  await beSignedIn(page, 'viewer@portolan.test')
  await page.goto('/status')
  await expect(page.getByRole('heading', { level: 1, name: 'Status' })).toBeVisible()
  expect((await page.request.get('/status/somewhere')).status()).toBe(404)
})
