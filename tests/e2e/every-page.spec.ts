import { expect, type Page } from '@playwright/test'
import { expectGood } from './support/accessibility'
import { type BroughtFile, bringFile, bringToInventory, workplace } from './support/bring-file'
import { apiOf, people } from './support/people'
import { watchPolicy } from './support/policy'
import { beSignedIn } from './support/sign-in'
import { test } from './support/test'

let refused: string[] = []
test.beforeEach(({ page }) => {
  refused = watchPolicy(page)
})
test.afterEach(() => {
  expect(refused, 'what the policy of a page refused').toEqual([])
})

async function visit(page: Page, address: string) {
  await page.goto(address)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expectGood(page)
}

/** Files of the project's own: one that waits for its mapping, one in the inventory. */
async function bringBoth(project: string, baseURL: string | undefined) {
  const name = `page-${project}-${Date.now()}`
  const text = `Server Name,Asset Type,CPU Count,Business Owner,Zzyx\n${name},server,-2,tbd,q\n`
  const api = await apiOf('analyst', baseURL)
  const waiting: BroughtFile = await bringFile(api, `${name}-waiting.csv`, text)
  const done = await bringToInventory(api, `${name}.csv`, text)
  const found = await api.get(`/api${workplace}/assets?q=${name}`)
  const { assets } = await found.json()
  await api.dispose()
  return { waiting: waiting.flowId, done: done.flowId, asset: assets[0].id as string, text }
}

test('ux 26, 27, 28: the pages of an engagement', async ({ page, baseURL }, { project }) => {
  test.slow()
  const own = await bringBoth(project.name, baseURL)
  await beSignedIn(page, people.analyst)
  const addresses = [
    '',
    '/imports',
    `/flows/${own.waiting}`,
    `/flows/${own.waiting}/mapping`,
    `/flows/${own.done}`,
    '/issues',
    '/inventory',
    `/inventory/${own.asset}`,
  ]
  for (const address of addresses) await visit(page, `${workplace}${address}`)
  await page.goto(`${workplace}/imports/new`)
  const file = { name: 'seen.csv', mimeType: 'text/csv', buffer: Buffer.from(own.text) }
  await page.locator('input[type=file]').setInputFiles(file)
  await expect(page.getByRole('table', { name: 'First rows of the file' })).toBeVisible()
  await expectGood(page)
})

test('ux 26, 27, 28: the pages of the administrator', async ({ page }) => {
  await beSignedIn(page, people.admin)
  const change = '/admin/flags/change?kind=rule&group=flow&path=legacy&percent=50&to=redis'
  const flags = ['/admin/flags', '/admin/flags/flow', '/admin/flags/default', change]
  const addresses = [
    '/admin',
    '/admin/audit',
    '/admin/experience',
    '/admin/requests',
    '/admin/clients',
    ...flags,
  ]
  for (const address of [...addresses, '/admin/users']) await visit(page, address)
  await page.goto('/admin/clients/acme')
  await page.getByText('Rename…').first().click()
  await expect(page.getByRole('form', { name: /^Rename / })).toHaveCount(2)
  await expectGood(page)
  await page.goto('/admin/users?search=Okafor')
  await page.getByRole('link', { name: 'Maya Okafor' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Maya Okafor' })).toBeVisible()
  await expectGood(page)
})

test('ux 26, 27, 28: the pages before signing in', async ({ page }) => {
  for (const address of ['/sign-in', '/sign-up', '/forgot-password']) await visit(page, address)
})
