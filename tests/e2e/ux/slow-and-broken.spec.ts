import { expect, type Page } from '@playwright/test'
import { expectAccessible } from '../support/accessibility'
import { bringToInventory } from '../support/bring-file'
import { type OwnPlace, ownPlace, whileBroken, whileSlow } from '../support/own-place'
import { apiOf, people } from '../support/people'
import { beSignedIn } from '../support/sign-in'
import { test } from '../support/test'

const machines = 40

let filled: Promise<OwnPlace> | undefined

/** A place with machines, made once for the tests of this file. */
function ownMachines(baseURL: string | undefined): Promise<OwnPlace> {
  filled ??= fillPlace(baseURL)
  return filled
}

async function fillPlace(baseURL: string | undefined): Promise<OwnPlace> {
  const place = await ownPlace('slow-and-broken')
  const admin = await apiOf('admin', baseURL)
  const rows = Array.from({ length: machines }, (_, row) => `machine-${row},server,${row},prod`)
  const text = ['Server Name,Asset Type,CPU Count,Environment', ...rows, ''].join('\n')
  await bringToInventory(admin, 'machines.csv', text, place.address)
  await admin.dispose()
  return place
}

/** Counts from the first paint how much the page moves, as Cumulative Layout Shift does. */
function countShifts() {
  const shifts = { sum: 0, read: () => shifts.sum }
  const add = (entries: PerformanceEntryList) => {
    for (const { value } of entries as (PerformanceEntry & { value: number })[]) shifts.sum += value
  }
  const observer = new PerformanceObserver((list) => add(list.getEntries()))
  observer.observe({ type: 'layout-shift', buffered: true })
  shifts.read = () => {
    add(observer.takeRecords())
    return shifts.sum
  }
  Object.assign(window, { shifts })
}

const shifted = (page: Page) =>
  page.evaluate(() => (window as unknown as { shifts: { read: () => number } }).shifts.read())

const rowOf = (page: Page, name: string) =>
  page.locator('a[data-row]').filter({ hasText: new RegExp(`^${name}$`) })

async function throttle(page: Page) {
  const session = await page.context().newCDPSession(page)
  const bytesPerSecond = 200_000
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 100,
    downloadThroughput: bytesPerSecond,
    uploadThroughput: bytesPerSecond,
  })
  await session.send('Emulation.setCPUThrottlingRate', { rate: 2 })
}

test('ux 1, 2: what is slow has the shape of what comes, and old rows stay while newer ones come', async ({
  page,
  baseURL,
}) => {
  test.slow()
  const place = await ownMachines(baseURL)
  await beSignedIn(page, people.admin)
  await throttle(page)
  await page.addInitScript(countShifts)
  const navigation = page.getByRole('navigation', { name: 'Main' }).first()
  const shape = page.locator('main [aria-busy=true]')

  await whileSlow(place, async (letGo) => {
    await page.goto(place.address, { waitUntil: 'commit' })
    await expect(page.getByText('The figures of the inventory are on their way')).toBeAttached()
    await expect(shape.getByText('By type')).toBeVisible()
    await expect(navigation).toBeVisible()
    await expect(page.getByRole('link', { name: 'machines.csv' })).toBeVisible()
    await letGo()
    await expect(page.getByRole('link', { name: 'Assets', exact: true })).toBeVisible()
    await expect(shape).toHaveCount(0)
    const moved = await shifted(page)
    test.info().annotations.push({ type: 'CLS of the dashboard', description: String(moved) })
    expect(moved).toBeLessThan(0.1)
  })

  const inventory = `${place.address}/inventory`
  await whileSlow(place, async (letGo) => {
    await page.goto(inventory, { waitUntil: 'commit' })
    await expect(page.getByText('The assets are on their way')).toBeAttached()
    await letGo()
    const rows = page.locator('a[data-row]')
    await expect(rows.first()).toBeVisible()
    expect(await shifted(page)).toBeLessThan(0.1)
    await expect(page.locator('[data-live="live"]')).toBeVisible()
  })

  await whileSlow(place, async (letGo) => {
    await page.getByRole('searchbox', { name: 'Search assets' }).fill('machine-7')
    await page.keyboard.press('Enter')
    const busy = page.locator('[aria-busy=true]')
    await expect(busy.locator('a[data-row]').filter({ hasText: /^machine-12$/ })).toBeVisible()
    await letGo()
    await expect(rowOf(page, 'machine-12')).toHaveCount(0)
    await expect(rowOf(page, 'machine-7')).toBeVisible()
    await expect(busy).toHaveCount(0)
  })
})

test('ux 15, 16: what breaks says so in its own place, the rest of the page goes on', async ({
  page,
  baseURL,
}) => {
  test.slow()
  const place = await ownMachines(baseURL)
  const inventory = `${place.address}/inventory`
  const navigation = page.getByRole('navigation', { name: 'Main' }).first()
  const broken = page.getByRole('alert').filter({ hasText: 'The assets could not be shown' })
  await beSignedIn(page, people.admin)
  await page.goto(inventory)
  const asset = (await rowOf(page, 'machine-7').getAttribute('href')) ?? ''
  await whileBroken(place, async () => {
    await page.goto(`${inventory}?q=machine`)
    await expect(broken).toContainText(/Reference\s*[0-9a-f]{8}/)
    await expect(page.getByRole('heading', { level: 1, name: 'Inventory' })).toBeVisible()
    await expect(navigation).toBeVisible()
    await expectAccessible(page)

    const answer = await page.request.get(asset, { headers: { accept: 'text/html' } })
    expect(answer.status()).toBe(500)
    const page500 = await page.context().newPage()
    await page500.goto(asset)
    await expect(
      page500.getByRole('heading', { name: 'This page could not be shown' }),
    ).toBeVisible()
    await expect(page500.getByRole('navigation', { name: 'Main' }).first()).toBeVisible()
    await expect(page500.getByText(/Reference\s*[0-9a-f]{8}/)).toBeVisible()
    await page500.close()
  })
  await broken.getByRole('button', { name: 'Retry' }).click()
  await expect(rowOf(page, 'machine-12')).toBeVisible()
  await expect(broken).toHaveCount(0)
})
