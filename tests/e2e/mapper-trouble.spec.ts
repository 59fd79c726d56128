import { expect } from '@playwright/test'
import { expectGood } from './support/accessibility'
import { workplace } from './support/bring-file'
import { freshWord, openMapping, row, smallFile } from './support/mapper'
import { apiOf } from './support/people'
import { test } from './support/test'
import { wideFile } from './support/wide-file'

test('what others decide while a person chooses is not overwritten unasked', async ({
  page,
  baseURL,
}) => {
  const word = freshWord()
  const name = `Memory MB ${word}`
  const flowId = await openMapping(page, baseURL, smallFile(word), 'analyst')
  const manager = await apiOf('manager', baseURL)
  const mappings = `/api${workplace}/flows/${flowId}/mappings`
  const column = async () => {
    const { columns } = await (await manager.get(mappings)).json()
    return columns.find(({ header }: { header: string }) => header === name)
  }
  const picker = page.getByRole('dialog', { name })
  const conflict = page.getByRole('dialog', { name: 'Somebody else changed this' })
  /** The manager is faster by so much as the person needs to look for another attribute. */
  const chooseSlowly = async (theirs: string, theirWords: string, mine: string) => {
    await row(page, `Column ${name}`).focus()
    await page.keyboard.press('Enter')
    await expect(picker.getByRole('combobox')).toBeFocused()
    const { mappingId, version } = await column()
    const data = { attribute: theirs, version }
    expect((await manager.patch(`${mappings}/${mappingId}`, { data })).status()).toBe(200)
    await expect(picker.getByRole('option', { selected: true })).toContainText(theirWords)
    await page.keyboard.type(mine)
    await page.keyboard.press('Enter')
    await expect(conflict).toBeVisible()
    await expect(picker).toBeHidden()
    expect((await column()).attribute).toBe(theirs)
  }
  await chooseSlowly('description', 'Description', 'notes')
  await expectGood(page)
  await conflict.getByRole('radio', { name: /^Take theirs Description/ }).check()
  await conflict.getByRole('button', { name: 'Save the choice' }).click()
  await expect(conflict).toBeHidden()
  await expect(row(page, `Column ${name}`)).toContainText('Description')
  await expect(row(page, `Column ${name}`)).toBeFocused()

  await chooseSlowly('technical_owner', 'Technical owner', 'notes')
  await conflict.getByRole('radio', { name: /^Keep mine Notes/ }).check()
  await conflict.getByRole('button', { name: 'Save the choice' }).click()
  await expect(row(page, `Column ${name}`)).toContainText('Notes')
  await expect.poll(async () => (await column()).attribute).toBe('notes')
  await manager.dispose()
})

test('a search comes into the address when typing pauses or ends, not with each letter', async ({
  page,
  baseURL,
}) => {
  const word = freshWord()
  await page.clock.install()
  await openMapping(page, baseURL, smallFile(word), 'analyst')
  await page.clock.pauseAt(Date.now() + 60_000)
  await page.evaluate(() => {
    const { replaceState } = window.history
    const written: string[] = []
    window.history.replaceState = (data, unused, url) => {
      const found = new URL(String(url), window.location.href).searchParams.get('find')
      if (found !== null) written.push(found)
      replaceState.call(window.history, data, unused, url)
    }
    Object.assign(window, { written })
  })
  const written = () => page.evaluate(() => (window as unknown as { written: string[] }).written)
  const rows = page.locator('li[data-mapping]')
  const search = page.getByLabel('Search columns')
  await search.pressSequentially('memory')
  await expect(rows, 'the list does not wait').toHaveCount(1)
  expect(await written()).toEqual([])
  await page.clock.runFor(600)
  await expect(page).toHaveURL(/find=memory$/)
  await search.pressSequentially(' mb')
  await search.blur()
  await expect(page).toHaveURL(/find=memory\+mb$/)
  await expect(search).toHaveValue('memory mb')
  expect(new Set(await written())).toEqual(new Set(['memory', 'memory mb']))
})

test('a part that could not be fetched can be asked for again', async ({
  page,
  context,
  baseURL,
}) => {
  await openMapping(page, baseURL, smallFile(freshWord()), 'analyst')
  await page.keyboard.press('j')
  await expect(row(page, 'Column Server Name')).toBeFocused()
  await expect(page.getByRole('list', { name: 'Messages' })).toBeAttached()
  await context.setOffline(true)
  await page.keyboard.press('Enter')
  await expect(page.getByText('This could not be loaded.')).toBeVisible()
  await context.setOffline(false)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Server Name' })).toBeVisible()
})

test('fingers get higher rows, and the last of many is where its place is', async ({
  browser,
  baseURL,
}) => {
  const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }
  const page = await browser.newPage({ ...phone, baseURL })
  await openMapping(page, baseURL, wideFile(freshWord(), 200), 'analyst')
  const rows = page.locator('#lane-auto li')
  const heights = () =>
    rows.evaluateAll((all) => all.map((one) => (one as HTMLElement).offsetHeight))
  expect(new Set(await heights())).toEqual(new Set([136]))
  for (const button of await rows.first().getByRole('button').all()) {
    const box = await button.boundingBox()
    expect(box?.height, (await button.textContent()) ?? '').toBeGreaterThanOrEqual(24)
  }
  const count = Number(await rows.first().getAttribute('aria-setsize'))
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight))
  await expect(rows.last()).toHaveAttribute('aria-posinset', String(count))
  await expect(rows.last()).toBeInViewport()
  const list = await page.locator('#lane-auto ul').boundingBox()
  expect(list?.height).toBe(count * 136)
  await page.close()
})
