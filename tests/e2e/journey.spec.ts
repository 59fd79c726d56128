import { expect, type Page } from '@playwright/test'
import { generateEstate } from '@/db/seed/estate'
import { expectAccessible } from './support/accessibility'
import { signIn } from './support/sign-in'
import { test } from './support/test'

const machines = 60

/** Each project brings machines of its own, because all of them use one database. */
function exportOf(project: string) {
  const seed = [...project].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7)
  const lines = generateEstate({ seed, machines }).vInfo.trim().split(/\r?\n/)
  const [header = '', ...rows] = lines
  const text = [header, ...rows.map((row) => `${project}-${row}`)].join('\n')
  return { name: `${project}-vinfo.csv`, mimeType: 'text/csv', buffer: Buffer.from(text) }
}

/** On a wide screen `every-page` looks at these pages. */
async function expectGood(page: Page) {
  if (test.info().project.name === 'phone') await expectAccessible(page)
}

test('from a file to the dashboard', async ({ page }, { project }) => {
  // Nine pages and an import: on a busy machine more than a test usually takes.
  test.slow()
  await signIn(page, 'analyst@portolan.test')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expectGood(page)

  await chooseFile(page, project.name)
  await page.getByRole('button', { name: /^Import .*vinfo\.csv$/ }).click()

  await page.getByRole('link', { name: 'Map columns' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Map columns' })).toBeVisible()
  await expect(page.getByRole('heading', { name: /^Auto-mapped/ })).toBeVisible()
  await expectGood(page)

  await page.getByRole('button', { name: /^Approve all/ }).click()
  await expect(page.getByText('The flow goes on.')).toBeVisible()
  await page.getByRole('link', { name: 'Progress' }).click()
  await expect(page.getByText('Completed').first()).toBeVisible({ timeout: 60_000 })
  await expect(page.getByRole('region', { name: 'Rows' })).toContainText(`Rows in${machines}`)
  await expectGood(page)

  await page.getByRole('link', { name: 'Open inventory' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Inventory' })).toBeVisible()
  await expectGood(page)
  await openFirstAsset(page)
  await expectGood(page)
})

async function chooseFile(page: Page, project: string) {
  await page.getByRole('link', { name: 'Imports' }).first().click()
  await expectGood(page)
  await page.getByRole('link', { name: 'Import a file' }).first().click()
  await page.locator('input[type=file]').setInputFiles(exportOf(project))
  await expect(page.getByRole('table', { name: 'First rows of the file' })).toBeVisible()
  await expectGood(page)
}

async function openFirstAsset(page: Page) {
  const first = page.locator('tbody').getByRole('link').first()
  const name = (await first.textContent()) ?? ''
  await first.click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
}
