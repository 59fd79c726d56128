import { expect, type Page, test } from '@playwright/test'
import { expectAccessible } from './support/accessibility'
import { bringFile, workplace } from './support/bring-file'
import { apiOf, people } from './support/people'
import { beSignedIn } from './support/sign-in'

const header = 'Server Name,IP Address,CPU Count,Memory (MB),Operating System,Zzyx'

/**
 * A word of letters that no earlier run has used. What is rejected or changed is learned, so its
 * column needs a name of its own.
 */
const freshWord = () => [...String(Date.now())].map((digit) => 'bcdfghjkmn'[Number(digit)]).join('')

/** Opens the mapping page of a file of the test's own. */
async function openMapping(
  page: Page,
  baseURL: string | undefined,
  name: string,
  columns: string = header,
) {
  const api = await apiOf('analyst', baseURL)
  const row = (i: number) => `${name}-${i},10.77.0.${i},4,8192,Ubuntu Linux 22.04,q${i}q`
  const { flowId } = await bringFile(
    api,
    `${name}.csv`,
    `${[columns, row(1), row(2)].join('\n')}\n`,
  )
  await api.dispose()
  await beSignedIn(page, people.analyst)
  await page.goto(`${workplace}/flows/${flowId}/mapping`)
  await expect(page.getByRole('heading', { level: 1, name: 'Map columns' })).toBeVisible()
}

const column = (page: Page, name: string) =>
  page.getByRole('listitem', { name: `Column ${name}`, exact: true })
const decided = (page: Page) => page.getByRole('region', { name: /^Approved/ })
const inDecided = (page: Page, name: string) =>
  decided(page).getByRole('listitem', { name: `Column ${name}`, exact: true })

test('a column is approved, rejected and sent elsewhere on its own', async ({ page, baseURL }, {
  project,
}) => {
  const os = `Operating System ${freshWord()}`
  const memory = `Memory MB ${freshWord()}`
  const columns = `Server Name,IP Address,CPU Count,${memory},${os},Zzyx`
  await openMapping(page, baseURL, `single-${project.name}`, columns)
  await page.getByRole('button', { name: 'Approve CPU Count' }).click()
  await expect(inDecided(page, 'CPU Count')).toContainText('Approved')
  await page.getByRole('button', { name: `Reject ${os}` }).click()
  await expect(inDecided(page, os)).toContainText('Rejected')
  const target = page.getByLabel(`Attribute of ${memory}`)
  await target.selectOption('description')
  await expect(page.getByText(`${memory} changed`)).toBeVisible()
  await expect(target).toHaveValue('description')
  await expectAccessible(page)
})

test('chosen columns are approved together', async ({ page, baseURL }, { project }) => {
  await openMapping(page, baseURL, `bulk-${project.name}`)
  await page.getByLabel('Select Server Name').check()
  await page.getByLabel('Select IP Address').check()
  await expect(page.getByText('2 selected')).toBeVisible()
  await page.getByRole('button', { name: 'Approve selected' }).click()
  await expect(inDecided(page, 'Server Name')).toBeVisible()
  await expect(inDecided(page, 'IP Address')).toBeVisible()
  await expect(decided(page).getByRole('listitem')).toHaveCount(2)
})

test('what nobody recognises is left out, and the page says so', async ({ page, baseURL }, {
  project,
}) => {
  await openMapping(page, baseURL, `left-out-${project.name}`)
  await expect(page.getByText(/^\d of 6 columns are left out$/)).toBeVisible()
  await expect(page.getByText(/Zzyx\. Their values stay with the import/)).toBeVisible()
})

test('every column can be decided by keys', async ({ page, baseURL }, { project }) => {
  const os = `Operating System ${freshWord()}`
  const columns = `Server Name,IP Address,CPU Count,Memory (MB),${os},Zzyx`
  await openMapping(page, baseURL, `keys-${project.name}`, columns)
  const current = page.locator('li[aria-current=true]')
  await page.keyboard.press('j')
  await expect(current).toBeFocused()
  const first = (await current.getAttribute('aria-label')) ?? ''
  await page.keyboard.press('j')
  await expect(current).not.toHaveAttribute('aria-label', first)
  await page.keyboard.press('k')
  await expect(current).toHaveAttribute('aria-label', first)

  await page.keyboard.press('x')
  await expect(page.getByText('1 selected')).toBeVisible()
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await expect(page.getByText('2 selected')).toBeVisible()
  await page.keyboard.press('a')
  await expect(decided(page).getByRole('listitem')).toHaveCount(2)

  await column(page, os).focus()
  await page.keyboard.press('r')
  await expect(inDecided(page, os)).toContainText('Rejected')
})

test('no key decides while a person chooses an attribute', async ({ page, baseURL }, {
  project,
}) => {
  await openMapping(page, baseURL, `typing-${project.name}`)
  await page.getByLabel('Attribute of CPU Count').focus()
  await page.keyboard.press('x')
  await page.keyboard.press('Escape')
  await expect(page.getByText(/selected$/)).toBeHidden()
  await expect(decided(page).getByRole('listitem')).toHaveCount(0)
})

test('a viewer sees the columns and decides nothing', async ({ page, baseURL }, { project }) => {
  const api = await apiOf('analyst', baseURL)
  const name = `viewed-${project.name}`
  const { flowId } = await bringFile(api, `${name}.csv`, `${header}\n${name},10.0.0.9,1,1,BSD,q\n`)
  await api.dispose()
  await beSignedIn(page, people.viewer)
  await page.goto(`${workplace}/flows/${flowId}/mapping`)
  await expect(column(page, 'Server Name')).toBeVisible()
  const main = page.getByRole('main')
  await expect(main.getByRole('button', { name: /approve|reject/i })).toHaveCount(0)
  await expect(main.getByRole('combobox')).toHaveCount(0)
  await expect(main.getByRole('checkbox')).toHaveCount(0)
  await expectAccessible(page)
})
