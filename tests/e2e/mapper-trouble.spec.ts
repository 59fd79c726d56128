import { expect } from '@playwright/test'
import { expectGood } from './support/accessibility'
import { workplace } from './support/bring-file'
import { freshWord, openMapping, row, smallFile } from './support/mapper'
import { apiOf } from './support/people'
import { test } from './support/test'

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
