import { expect, type Locator, type Page } from '@playwright/test'
import { expectAccessible, expectGood } from '../support/accessibility'
import { bringToInventory, workplace } from '../support/bring-file'
import { ownPlace } from '../support/own-place'
import { apiOf, people } from '../support/people'
import { beSignedIn } from '../support/sign-in'
import { test } from '../support/test'

/** An estate of many machines that no test changes. */
const estate = '/acme/dc-exit'

const assets = (page: Page) => page.getByRole('table', { name: 'Assets' })
const firstAsset = (page: Page) => assets(page).locator('tbody tr').first().getByRole('link')
const viewButton = (page: Page) => page.getByRole('button', { name: /^Views: / })
const panelOf = (page: Page) => page.getByRole('region', { name: 'Views', exact: true })

/** What the address says, the place in the list aside. */
const said = (page: Page) => {
  const params = new URL(page.url()).searchParams
  params.delete('cursor')
  return Object.fromEntries(params)
}
const expectSaid = (page: Page, wanted: Record<string, string>) =>
  expect.poll(() => said(page)).toEqual(wanted)

/** The value of a filter's choice, whose words end with a count. */
async function choose(select: Locator, words: RegExp): Promise<string> {
  const option = select.locator('option').filter({ hasText: words }).first()
  const value = (await option.getAttribute('value')) ?? ''
  await select.selectOption(value)
  return value
}

test('ux 11, 12: filters, order, page and tab stand in the address; Back and Forward undo them', async ({
  page,
}) => {
  await beSignedIn(page, people.viewer)
  await page.goto(`${estate}/inventory`)
  const type = page.getByLabel('Type', { exact: true })
  const search = page.getByRole('searchbox', { name: 'Search assets' })
  await choose(type, /Virtual machine/)
  await expectSaid(page, { type: 'virtual_machine' })
  await assets(page).getByRole('link', { name: 'Memory GiB' }).click()
  await expectSaid(page, { type: 'virtual_machine', sort: 'memory' })
  await expect(assets(page).getByRole('columnheader', { name: /^Memory/ })).toHaveAttribute(
    'aria-sort',
    'ascending',
  )
  const before = await firstAsset(page).textContent()
  await page.getByRole('link', { name: 'Next' }).click()
  await expect(page).toHaveURL(/cursor=/)
  await expect(firstAsset(page)).not.toHaveText(before ?? '')

  await search.fill('app')
  await search.press('Enter')
  await expectSaid(page, { type: 'virtual_machine', sort: 'memory', q: 'app' })
  await expect(page, 'another filter begins at its first page').not.toHaveURL(/cursor=/)
  const reloaded = await firstAsset(page).textContent()
  await page.reload()
  await expect(firstAsset(page)).toHaveText(reloaded ?? '')
  await expect(type).toHaveValue('virtual_machine')
  await expect(search).toHaveValue('app')

  await page.goBack()
  await expect(page).toHaveURL(/cursor=/)
  await expect(search).toHaveValue('')
  await page.goBack()
  await expect(firstAsset(page)).toHaveText(before ?? '')
  await page.goBack()
  await expectSaid(page, { type: 'virtual_machine' })
  await page.goBack()
  await expectSaid(page, {})
  await expect(type).toHaveValue('')
  await page.goForward()
  await expectSaid(page, { type: 'virtual_machine' })
  await expect(type).toHaveValue('virtual_machine')

  await page.goto(`${estate}/issues`)
  await page.getByRole('link', { name: 'Skipped' }).click()
  await expectSaid(page, { state: 'skipped' })
  await page.goBack()
  await expect(page.getByRole('link', { name: 'Open', exact: true })).toHaveAttribute(
    'aria-current',
    /.+/,
  )
})

test('ux 27: a filter that is taken away leaves the focus to the next, the last to its field', async ({
  page,
}) => {
  await beSignedIn(page, people.viewer)
  await page.goto(`${estate}/inventory?type=virtual_machine&environment=production&q=app`)
  const remove = (words: RegExp) => page.getByRole('link', { name: words })
  await remove(/^Remove filter Type:/).press('Enter')
  await expectSaid(page, { environment: 'production', q: 'app' })
  await expect(remove(/^Remove filter Environment:/)).toBeFocused()
  await page.goBack()
  await remove(/^Remove filter Environment:/).press('Enter')
  await expectSaid(page, { type: 'virtual_machine', q: 'app' })
  await expect(remove(/^Remove filter Type:/)).toBeFocused()
  await remove(/^Remove filter “app”/).press('Enter')
  await expect(remove(/^Remove filter Type:/)).toBeFocused()
  await page.keyboard.press('Enter')
  await expectSaid(page, {})
  await expect(page.getByLabel('Type', { exact: true })).toBeFocused()
  await page.goBack()
  await page.getByRole('link', { name: 'Clear all' }).press('Enter')
  await expectSaid(page, {})
  await expect(page.getByRole('searchbox', { name: 'Search assets' })).toBeFocused()
})

test('ux 13: a view is saved, shared by its link, renamed, updated, deleted and taken back', async ({
  page,
  browser,
  baseURL,
}) => {
  const name = `Large ones ${Date.now()}`
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await beSignedIn(page, people.analyst)
  await page.goto(`${estate}/inventory?type=virtual_machine&sort=-memory`)
  await expect(viewButton(page)).toHaveText('All assets')
  await page.getByRole('button', { name: 'Save view' }).click()
  const dialog = page.getByRole('dialog', { name: 'Save this view' })
  await dialog.getByLabel('Name').fill(name)
  await dialog.getByLabel('Share with everybody in this engagement').check()
  await expectGood(page)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Save view' })).toBeFocused()
  await page.keyboard.press('Enter')
  await dialog.getByRole('button', { name: 'Cancel' }).press('Enter')
  await expect(page.getByRole('button', { name: 'Save view' })).toBeFocused()
  await page.keyboard.press('Enter')
  await dialog.getByLabel('Name').fill(name)
  await dialog.getByLabel('Share with everybody in this engagement').check()
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(viewButton(page)).toHaveText(name)
  await expect(viewButton(page), 'what opened the dialog is gone').toBeFocused()
  await expect(page).toHaveURL(/view=/)

  await viewButton(page).click()
  await expect(panelOf(page).getByRole('link', { name })).toHaveAttribute('aria-current', 'true')
  await expectAccessible(page)
  await panelOf(page).getByRole('button', { name: 'Copy link' }).click()
  await expect(page.getByText('The link is copied')).toBeVisible()
  const link = await page.evaluate(() => navigator.clipboard.readText())

  // Whoever gets the link sees the same, and finds the view among the shared ones.
  const guest = await browser.newPage({ baseURL })
  await beSignedIn(guest, people.viewer)
  await guest.goto(link)
  await expect(viewButton(guest)).toHaveText(name)
  await expect(firstAsset(guest)).toHaveText((await firstAsset(page).textContent()) ?? '')
  await guest.goto(`${estate}/inventory`)
  await viewButton(guest).click()
  await panelOf(guest).getByRole('link', { name }).click()
  await expectSaid(guest, said(page))
  await viewButton(guest).click()
  await expect(panelOf(guest).getByRole('button', { name: 'Copy link' })).toBeVisible()
  await expect(panelOf(guest).getByRole('button', { name: 'Delete' })).toHaveCount(0)

  const renamed = `${name} and few`
  await viewButton(page).click()
  await panelOf(page).getByRole('button', { name: 'Rename…' }).click()
  const rename = page.getByRole('dialog', { name: 'Rename this view' })
  await expectGood(page)
  await rename.getByLabel('Name').fill('  ')
  await rename.getByRole('button', { name: 'Rename' }).click()
  await expect(rename.getByLabel('Name')).toHaveAccessibleDescription('Enter a name.')
  await rename.getByLabel('Name').fill(renamed)
  await rename.getByRole('button', { name: 'Rename' }).click()
  await expect(viewButton(page)).toHaveText(renamed)

  await choose(page.getByLabel('Environment', { exact: true }), /Production/)
  await expect(page.getByText('Changed since saved')).toBeVisible()
  await page.getByRole('button', { name: 'Update view' }).press('Enter')
  await expect(page.getByText('Changed since saved')).toHaveCount(0)
  await expect(viewButton(page)).toBeFocused()
  await guest.goto(link)
  await expect(guest.getByText('Changed since saved')).toBeVisible()
  await guest.getByRole('link', { name: 'Back to saved' }).click()
  await expectSaid(guest, said(page))

  await viewButton(page).click()
  await panelOf(page).getByRole('button', { name: 'Delete' }).click()
  await expect(viewButton(page)).toHaveText('All assets')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(viewButton(page)).toHaveText(renamed)
  await viewButton(page).click()
  await panelOf(page).getByRole('button', { name: 'Delete' }).click()
  await expect(viewButton(page)).toHaveText('All assets')
  await guest.goto(link)
  await expect(viewButton(guest), 'a link outlives its view').toHaveText('All assets')
  await expectSaid(guest, { ...Object.fromEntries(new URL(link).searchParams) })

  await guest.close()
})

test('ux 14: an empty engagement teaches the first step, a search without a match how to go on', async ({
  page,
}) => {
  await beSignedIn(page, people.admin)
  const empty = await ownPlace('empty')
  await page.goto(`${empty.address}/inventory`)
  await expect(page.getByText('The inventory is empty')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Import a file' }).last()).toBeVisible()
  await expect(page.getByRole('search')).toHaveCount(0)
  await page.goto(`${empty.address}/issues`)
  await expect(page.getByText('Nothing is open', { exact: true })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Go to imports' })).toBeVisible()

  await page.context().clearCookies()
  await beSignedIn(page, people.viewer)
  await page.goto(`${estate}/inventory?q=no-machine-has-this-name`)
  await expect(page.getByText('No asset matches')).toBeVisible()
  await expect(page.getByText('The inventory is empty')).toHaveCount(0)
  await page.getByRole('link', { name: /^Show all / }).click()
  await expect(assets(page)).toBeVisible()
  await page.goto(`${estate}/issues?state=accepted`)
  await expect(page.getByText('Nothing was accepted')).toBeVisible()
  await page.getByRole('link', { name: 'Show all open issues' }).click()
  await expect(page.getByRole('list', { name: 'Issues' })).toBeVisible()
})

test('ux 29: a print has no frame and repeats the headers; an export obeys the filters and runs no formula', async ({
  page,
  baseURL,
}) => {
  const name = `=cmd-${Date.now()}`
  const api = await apiOf('analyst', baseURL)
  const header = 'Server Name,Asset Type,Business Owner'
  await bringToInventory(api, 'formula.csv', `${header}\n${name},server,@sum\n`)
  await api.dispose()
  await beSignedIn(page, people.analyst)
  await page.goto(`${workplace}/inventory?q=${encodeURIComponent(name)}`)
  await expect(assets(page).locator('tbody tr')).toHaveCount(1)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Export CSV' }).click(),
  ])
  const chunks: Buffer[] = []
  for await (const chunk of await download.createReadStream()) chunks.push(chunk)
  const [, ...rows] = Buffer.concat(chunks).toString('utf8').trim().split('\r\n')
  expect(rows, 'the filter’s only asset').toHaveLength(1)
  expect(rows[0]).toContain(`'${name}`)
  expect(rows[0]).toContain("'@sum")

  await page.goto(`${estate}/inventory?type=virtual_machine`)
  await page.emulateMedia({ media: 'print' })
  for (const hidden of [
    page.getByRole('navigation', { name: 'Pages of the inventory' }),
    page.getByRole('search'),
    viewButton(page),
    page.getByRole('link', { name: 'Export CSV' }),
    page.getByRole('link', { name: 'Imports' }).first(),
  ]) {
    await expect(hidden).toBeHidden()
  }
  const narrowedTo = page.getByRole('paragraph').filter({ hasText: /^Type: Virtual machine/ })
  await expect(narrowedTo).toBeVisible()
  // A browser repeats such a head on every sheet, where nothing around the table scrolls.
  await expect(assets(page).locator('thead')).toHaveCSS('display', 'table-header-group')
  const scrolling = await assets(page).evaluate((table) => {
    const around: string[] = []
    for (let at = table.parentElement; at; at = at.parentElement) {
      around.push(getComputedStyle(at).overflowX, getComputedStyle(at).overflowY)
    }
    return around.filter((overflow) => overflow !== 'visible')
  })
  expect(scrolling).toEqual([])
})

test('what is no visit of ours is not counted', async ({ baseURL }) => {
  const visit = { route: '/admin/users', path: 'redis', samples: [{ name: 'LCP', value: 1 }] }
  const [nobody, viewer] = [await apiOf(null, baseURL), await apiOf('viewer', baseURL)]
  const tell = async (change: object, headers: Record<string, string> = {}) =>
    (await viewer.post('/api/vitals', { data: { ...visit, ...change }, headers })).status()
  expect((await nobody.post('/api/vitals', { data: visit })).status()).toBe(401)
  expect(await tell({})).toBe(200)
  expect(await tell({}, { 'sec-fetch-site': 'cross-site' })).toBe(403)
  expect(await tell({ route: '/acme/dc-exit/inventory' })).toBe(422)
  expect(await tell({ samples: [{ name: 'LCP', value: -1 }] })).toBe(422)
  expect(await tell({ note: 'x'.repeat(3000) })).toBe(413)
  const text = { data: JSON.stringify(visit), headers: { 'content-type': 'text/plain' } }
  expect((await viewer.post('/api/vitals', text)).status()).toBe(415)
  await Promise.all([nobody.dispose(), viewer.dispose()])
})

test('what a visit felt arrives on the page of the administrator', async ({ page }) => {
  // Chance decides which visits are measured: here it says this one.
  await page.addInitScript(() => {
    Math.random = () => 0
    const { observe } = PerformanceObserver.prototype
    PerformanceObserver.prototype.observe = function (options) {
      if (options?.type === 'layout-shift') Object.assign(window, { measures: true })
      observe.call(this, options)
    }
  })
  await beSignedIn(page, people.admin)
  const row = page.getByRole('rowheader', { name: '/admin/clients' })
  // What measures comes when the page is idle, and what it found is sent on every few seconds.
  await expect(async () => {
    await page.goto('/admin/clients')
    await page.waitForFunction(() => 'measures' in window)
    await page.goto('/admin/experience')
    await expect(row).toBeVisible({ timeout: 1000 })
  }).toPass({ timeout: 45_000 })
  await expect(page.getByRole('table')).toContainText(/good|needs work|poor/)
  await expectAccessible(page)
})
