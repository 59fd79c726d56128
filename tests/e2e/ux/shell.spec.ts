import { randomUUID } from 'node:crypto'
import { expect, type Page } from '@playwright/test'
import { expectAccessible } from '../support/accessibility'
import { people } from '../support/people'
import { watchPolicy } from '../support/policy'
import { beSignedIn, signIn } from '../support/sign-in'
import { test } from '../support/test'

const estate = '/acme/dc-exit'

const palette = (page: Page) => page.getByRole('dialog', { name: 'Command palette' })
const field = (page: Page) => palette(page).getByRole('combobox')
const option = (page: Page, name: string | RegExp) =>
  palette(page).getByRole('option', { name, exact: typeof name === 'string' })

let refused: string[] = []
test.beforeEach(({ page }) => {
  refused = watchPolicy(page)
})
test.afterEach(() => {
  expect(refused, 'what the policy of a page refused').toEqual([])
})

test('ux 7, 8, 26: the palette opens by a key, goes and does what the role allows, gives the focus back', async ({
  page,
}) => {
  await beSignedIn(page, people.viewer)
  await page.goto(`${estate}/inventory`)
  const rowName = (await page.locator('a[data-row]').first().textContent()) ?? ''
  const before = page.getByRole('link', { name: 'Export CSV' })
  await before.focus()
  await page.keyboard.press('Control+k')
  await expect(field(page)).toBeFocused()
  await expect(option(page, /^Inventory/)).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(palette(page)).toBeHidden()
  await expect(before).toBeFocused()

  await page.getByRole('button', { name: 'Search or command' }).click()
  await field(page).fill('import')
  await expect(option(page, /^Imports/)).toBeVisible()
  await expect(option(page, 'Import a file')).toHaveCount(0)
  await field(page).fill(rowName)
  await option(page, new RegExp(`^${rowName}`))
    .first()
    .click()
  await expect(page.getByRole('heading', { level: 1, name: rowName })).toBeVisible()

  await page.keyboard.press('Control+k')
  await field(page).fill('issues')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(`${estate}/issues`)
  await page.keyboard.press('Control+k')
  await field(page).fill('erp')
  await option(page, /^ERP consolidation/).click()
  await expect(page).toHaveURL('/acme/erp-2026')

  await page.context().clearCookies()
  await signIn(page, people.analyst)
  await page.keyboard.press('Control+k')
  await field(page).fill('import a')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/imports\/new$/)
})

test('what cannot be fetched without a connection does not come, and the page stays', async ({
  page,
  context,
}) => {
  await beSignedIn(page, people.viewer)
  await page.goto(`${estate}/inventory`)
  const search = page.getByRole('searchbox', { name: 'Search assets' })
  await search.pressSequentially('half a word')
  await expect(page.getByRole('list', { name: 'Messages' })).toBeAttached()
  await context.setOffline(true)
  await page.keyboard.press('Control+k')
  await expect(page.getByText('This could not be loaded.')).toBeVisible()
  await expect(search).toHaveValue('half a word')
  await context.setOffline(false)
  await page.keyboard.press('Control+k')
  await expect(field(page)).toBeFocused()
})

test('ux 9, 10, 26: ? lists the keys, / searches, J and K go through rows, and none acts in a field', async ({
  page,
}) => {
  await beSignedIn(page, people.viewer)
  await page.goto(`${estate}/inventory`)
  const keys = page.getByRole('dialog', { name: 'Keys of this page' })
  const search = page.getByRole('searchbox', { name: 'Search assets' })
  await page.keyboard.press('?')
  await expect(keys).toContainText('Search on this page')
  await expect(keys).toContainText('Next row')
  await expectAccessible(page)
  await page.keyboard.press('j')
  await page.keyboard.press('Escape')
  await expect(keys).toBeHidden()

  const rows = page.locator('a[data-row]')
  await page.keyboard.press('j')
  await expect(rows.nth(0)).toBeFocused()
  await page.keyboard.press('j')
  await expect(rows.nth(1)).toBeFocused()
  await page.keyboard.press('k')
  await expect(rows.nth(0)).toBeFocused()
  await page.keyboard.press('/')
  await expect(search).toBeFocused()
  await page.keyboard.type('j?/')
  await expect(search).toHaveValue('j?/')
  await expect(keys).toBeHidden()
  await expect(palette(page)).toBeHidden()
})

test('ux 25, 30: dark and system persist without a flash, and reduced motion is honoured', async ({
  page,
}) => {
  await signIn(page, people.viewer)
  await page.keyboard.press('Control+k')
  await field(page).fill('dark')
  await page.keyboard.press('Enter')
  await expect(page.locator('html')).toHaveClass(/\bdark\b/)
  // How the root stands when the first element of the page is drawn.
  await page.addInitScript(() => {
    const observer = new MutationObserver(() => {
      if (document.querySelector('a[href="#main"]') === null) return
      observer.disconnect()
      document.documentElement.dataset.atFirst = document.documentElement.className
    })
    observer.observe(document, { childList: true, subtree: true })
  })
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('data-at-first', /\bdark\b/)
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await page.keyboard.press('Control+k')
  const seconds = await palette(page).evaluate((element) =>
    Number.parseFloat(getComputedStyle(element).animationDuration),
  )
  expect(seconds).toBeLessThan(0.001)
  await field(page).fill('system')
  await page.keyboard.press('Enter')
  await expect(page.locator('html')).toHaveClass(/\blight\b/)
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('data-at-first', /\blight\b/)
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect(page.locator('html')).toHaveClass(/\bdark\b/)
  await page.goto('/acme/dc-exit/imports')
  await expect(page.getByRole('columnheader', { name: 'Started UTC' })).toBeVisible()
})

test('ux 30: what a group of reads inherits says from where, and is what it can be set back to', async ({
  page,
}) => {
  await beSignedIn(page, people.admin)
  await page.goto('/admin/flags')
  await expect(page.getByText('Follows all groups: Redis').first()).toBeVisible()
  await page.goto('/admin/flags/classification')
  await expect(page.locator('option', { hasText: 'As all groups: Redis' })).toBeAttached()
})

test('ux 16: 403 and 404 keep the navigation and their status', async ({ page }) => {
  await beSignedIn(page, people.viewer)
  const navigation = page.getByRole('navigation', { name: 'Main' }).first()
  const ends = [
    { at: `${estate}/imports/new`, status: 403, says: 'Closed waters' },
    { at: `${estate}/nowhere`, status: 404, says: 'Off the chart' },
    { at: `${estate}/inventory/${randomUUID()}`, status: 404, says: 'Off the chart' },
  ]
  for (const { at, status, says } of ends) {
    const answer = await page.goto(at)
    expect(answer?.status(), at).toBe(status)
    await expect(page.getByText(says)).toBeVisible()
    await expect(navigation.getByRole('link', { name: 'Inventory' })).toBeVisible()
  }
  await page.context().clearCookies()
  await beSignedIn(page, people.admin)
  const answer = await page.goto('/admin/nowhere')
  expect(answer?.status()).toBe(404)
  await expect(page.getByText('Off the chart')).toBeVisible()
  await expect(navigation.getByRole('link', { name: 'People' })).toBeVisible()
})

test('ux 27: the keyboard skips to the page, and sees where it is', async ({ page }) => {
  await beSignedIn(page, people.viewer)
  await page.goto(`${estate}/inventory`)
  await page.keyboard.press('Tab')
  const skip = page.getByRole('link', { name: 'Skip to content' })
  await expect(skip).toBeFocused()
  await expect(skip).toBeInViewport()
  await page.keyboard.press('Enter')
  await expect(page.locator('#main')).toBeFocused()
  const stops = 25
  for (let stop = 0; stop < stops; stop++) {
    await page.keyboard.press('Tab')
    const seen = await page.evaluate(() => {
      const element = document.activeElement
      if (element === null) return null
      const outlined = [undefined, '::after'].some((part) => {
        const { outlineStyle, outlineWidth } = getComputedStyle(element, part)
        return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
      })
      return { outlined, what: element.outerHTML.slice(0, 120) }
    })
    expect(seen?.outlined, seen?.what).toBe(true)
  }
})
