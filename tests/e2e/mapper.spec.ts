import { expect, type Page } from '@playwright/test'
import { expectAccessible, expectGood } from './support/accessibility'
import { workplace } from './support/bring-file'
import { gate } from './support/gate'
import { freshWord, openMapping, row, smallFile } from './support/mapper'
import { apiOf } from './support/people'
import { takeRenders, watchRenders } from './support/renders'
import { test } from './support/test'
import { wideFile } from './support/wide-file'

const lane = (page: Page, name: RegExp) => page.getByRole('region', { name })
const decided = (page: Page) => lane(page, /^Approved/)
const current = (page: Page) => page.locator('li[aria-current=true]')

test('ux 3, 10: an approval moves the row before its answer, and the focus goes to the next', async ({
  page,
  baseURL,
}) => {
  const word = freshWord()
  await watchRenders(page)
  await openMapping(page, baseURL, smallFile(word), 'analyst')
  const answer = gate()
  await page.route('**/mappings/approve', async (route) => {
    await answer.passed
    await route.continue()
  })
  await page.keyboard.press('j')
  await expect(row(page, 'Column Server Name')).toBeFocused()
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await expect(page.getByText('1 selected')).toBeVisible()
  await page.keyboard.press('x')
  await page.keyboard.press('k')
  await takeRenders(page, 'li[data-mapping]')
  await page.keyboard.press('a')
  const moved = decided(page).getByRole('listitem', { name: 'Column Server Name' })
  await expect(moved).toContainText('Approved')
  await expect(moved.locator('[aria-busy=true]')).toBeVisible()
  await expect(current(page)).toBeFocused()
  await expect(current(page)).toHaveAccessibleName('Column IP Address')
  const drawnAnew = Object.keys(await takeRenders(page, 'li[data-mapping]'))
  process.stdout.write(`drawn anew for one decision: ${drawnAnew.join(', ')}\n`)
  expect(['Column Server Name', 'Column IP Address']).toEqual(expect.arrayContaining(drawnAnew))
  // Decisions do not wait for one another.
  await page.keyboard.press('a')
  await expect(decided(page).getByRole('listitem')).toHaveCount(2)
  answer.open()
  await expect(page.getByText('1 column approved').first()).toBeVisible()
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
  await page.reload()
  await expect(decided(page).getByRole('listitem')).toHaveCount(2)
})

test('ux 4: a forced 500 shows the old state again and offers Retry', async ({ page, baseURL }) => {
  const word = freshWord()
  await openMapping(page, baseURL, smallFile(word), 'analyst')
  const error = { code: 'internal', message: 'Something went wrong on our side.' }
  const answer = gate()
  await page.route('**/mappings/approve', async (route) => {
    await answer.passed
    await route.fulfill({ status: 500, json: { error } })
  })
  await page.getByRole('button', { name: 'Approve Server Name' }).click()
  await expect(decided(page).getByRole('listitem')).toHaveCount(1)
  answer.open()
  const retry = page.getByRole('button', { name: 'Retry' })
  await expect(retry).toBeVisible()
  await expect(page.getByText(error.message)).toBeVisible()
  await expect(decided(page).getByRole('listitem')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Approve Server Name' })).toBeEnabled()
  await page.unroute('**/mappings/approve')
  await retry.click()
  await expect(page.getByText('1 column approved')).toBeVisible()
  await expect(decided(page).getByRole('listitem')).toHaveCount(1)
})

test('ux 5: a bulk rejection can be undone for five seconds and longer', async ({
  page,
  baseURL,
}) => {
  const word = freshWord()
  await page.clock.install()
  await openMapping(page, baseURL, smallFile(word), 'analyst')
  const names = [`CPU Count ${word}`, `Memory MB ${word}`]
  for (const name of names) await page.getByLabel(`Select ${name}`).check()
  await expect(page.getByText('2 selected')).toBeVisible()
  await page.getByRole('button', { name: 'Reject selected' }).click()
  await expect(page.getByText('2 columns rejected')).toBeVisible()
  for (const name of names) {
    await expect(decided(page).getByRole('listitem', { name })).toContainText('Rejected')
  }
  await page.clock.fastForward(5_000)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('Undone')).toBeVisible()
  await expect(decided(page).getByRole('listitem')).toHaveCount(0)
  await page.reload()
  for (const name of names) await expect(page.getByLabel(`Select ${name}`)).toBeVisible()

  // The key does the same for what was decided last.
  await row(page, `Column ${names[0]}`).focus()
  await page.keyboard.press('r')
  await expect(page.getByText('1 column rejected')).toBeVisible()
  await page.keyboard.press('z')
  await expect(decided(page).getByRole('listitem')).toHaveCount(0)
  await expect(page.getByText('Undone')).toBeVisible()

  // Nothing is decided about a column that the search hides.
  const search = page.getByLabel('Search columns')
  await search.fill('no column has this')
  await expect(page.locator('li[data-mapping]')).toHaveCount(0)
  await search.blur()
  await page.keyboard.press('a')
  await search.fill('')
  await expect(page.locator('li[data-mapping]')).toHaveCount(6)
  await expect(decided(page).getByRole('listitem')).toHaveCount(0)
})

test('ux 22: a column has its attribute, samples and reasons, and gets another by keys', async ({
  page,
  baseURL,
}) => {
  const word = freshWord()
  await openMapping(page, baseURL, smallFile(word), 'analyst')
  const memory = row(page, `Column Memory MB ${word}`)
  await expect(memory).toContainText('8192')
  await expect(memory.getByRole('button', { name: /^Attribute of .*: Memory/ })).toBeVisible()
  await expect(page.getByText(/^\d of 6 columns left out$/)).toBeVisible()
  await expectAccessible(page)

  await memory.focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: `Memory MB ${word}` })
  await expect(dialog.getByRole('option', { selected: true })).toContainText('Memory')
  await expect(dialog.getByRole('heading', { name: 'Why' })).toBeVisible()
  await expect(dialog.getByRole('listitem').first()).toBeVisible()
  await expectGood(page)
  await page.keyboard.press('Escape')
  await expect(memory).toBeFocused()

  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('combobox')).toBeFocused()
  await page.keyboard.type('notes')
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  const changed = decided(page).getByRole('listitem', { name: `Memory MB ${word}` })
  await expect(changed).toContainText('Notes')
  await expect(page.getByText(`Memory MB ${word} changed`)).toBeVisible()
  // The keys of the board do nothing while a person types.
  await page.keyboard.press('/')
  await expect(page.getByLabel('Search columns')).toBeFocused()
  await page.keyboard.type('xar')
  await expect(page.getByText(/selected$/)).toBeHidden()
  await expect(decided(page).getByRole('listitem')).toHaveCount(0)
})

test('ux 23: all matching columns are more than those in view, of 600 few are drawn', async ({
  page,
  baseURL,
}) => {
  const word = freshWord()
  await openMapping(page, baseURL, wideFile(word, 600), 'analyst')
  const rows = page.locator('li[data-mapping]')
  await page.getByRole('button', { name: 'Select those in view' }).press('Enter')
  await expect(page.getByRole('group', { name: 'Several columns at once' })).toBeFocused()
  const selected = page.getByText(/^[\d,]+ selected$/)
  const count = async () => Number((await selected.textContent())?.match(/\d+/)?.[0])
  const inView = await count()
  expect(inView).toBeGreaterThan(2)
  expect(inView).toBeLessThan(40)
  await page.getByLabel('Search columns').fill('volume')
  await page.getByRole('button', { name: /^Select all \d+ matching$/ }).click()
  await expect.poll(count).toBeGreaterThan(inView)
  const matching = await count()
  expect(matching).toBeLessThan(540)
  await expect(page).toHaveURL(/find=volume/)

  // A step to the flow and back: the search and the choice are as they were left.
  const auto = page.locator('[data-lane=auto]')
  await auto.evaluate((lane) => lane.scrollTo(0, 3000))
  await expect(row(page, 'Column Size of volume 81')).toBeInViewport()
  await page.getByRole('link', { name: 'Progress' }).click()
  await expect(page).toHaveURL(/flows\/[\w-]+$/)
  await page.goBack()
  await expect(page.getByLabel('Search columns')).toHaveValue('volume')
  await expect(row(page, 'Column Size of volume 81')).toBeInViewport()
  await expect(selected).toHaveText(`${matching} selected`)

  await page.getByRole('button', { name: 'Approve selected' }).click()
  await expect(page.getByText(`${matching} columns approved`)).toBeVisible()
  await page.getByLabel('Search columns').fill('')
  await expect(row(page, 'Column Server Name')).toBeInViewport()
  await expect(decided(page).getByRole('heading', { level: 2 })).toContainText(String(matching))

  // Through the longest lane, and back up by keys: what is drawn stays few.
  const most: number[] = []
  const long = page.locator('[data-lane=auto]')
  for (let step = 0; step < 12; step++) {
    await long.evaluate((lane, at) => lane.scrollTo(0, (lane.scrollHeight * at) / 11), step)
    await expect(long.locator('li').first()).toBeVisible()
    most.push(await rows.count())
  }
  expect(Math.max(...most)).toBeLessThan(110)
  const last = long.locator('li').last()
  await expect(last).toHaveAttribute(
    'aria-posinset',
    (await last.getAttribute('aria-setsize')) ?? '',
  )
  await last.focus()
  for (let step = 0; step < 30; step++) await page.keyboard.press('k')
  await expect(current(page)).toBeFocused()
  await expect(current(page)).toBeInViewport()
})

test('who comes second is told whose decisions were met', async ({ page, baseURL }) => {
  const word = freshWord()
  // This page hears of nothing and cannot look: it decides about what it saw.
  await page.route('**/api/live/**', (route) => route.fulfill({ status: 204 }))
  const flowId = await openMapping(page, baseURL, smallFile(word), 'analyst')
  const manager = await apiOf('manager', baseURL)
  const flow = `/api${workplace}/flows/${flowId}`
  const { columns } = await (await manager.get(`${flow}/mappings`)).json()
  const [first, second] = columns
  await page.route('**/mappings', (route) => route.abort())
  const ids = [first.mappingId]
  expect((await manager.post(`${flow}/mappings/approve`, { data: { ids } })).status()).toBe(200)
  const here = { mappingId: second.mappingId }
  expect((await manager.post(`${flow}/presence`, { data: here })).status()).toBe(200)

  await page.getByLabel(`Select ${first.header}`).check()
  await page.getByLabel(`Select ${second.header}`).check()
  // Who is at a row is shown, and holds nobody back.
  const name = /is at this column$/
  await expect(row(page, `Column ${second.header}`).getByText(name)).toBeAttached()
  await expect(page.getByRole('list', { name: 'Also here' })).toBeVisible()
  await page.getByRole('button', { name: 'Approve selected' }).click()
  await expect(page.getByText(/^1 column approved, 1 was decided by .+ meanwhile$/)).toBeVisible()
  await page.unroute('**/mappings')
  await page.reload()
  await expect(decided(page).getByRole('listitem')).toHaveCount(2)
  await manager.dispose()
})

test('a viewer sees the columns and decides nothing', async ({ page, baseURL }) => {
  await openMapping(page, baseURL, smallFile(freshWord()), 'viewer')
  await expect(row(page, 'Column Server Name')).toBeVisible()
  const main = page.getByRole('main')
  await expect(main.getByRole('button', { name: /approve|reject|attribute of/i })).toHaveCount(0)
  await expect(main.getByRole('checkbox')).toHaveCount(0)
  await expectAccessible(page)
})
