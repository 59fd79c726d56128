import { readFile } from 'node:fs/promises'
import { expect, type Page, type Request } from '@playwright/test'
import { sql } from 'drizzle-orm'
import { expectAccessible } from './support/accessibility'
import { asOwner, runCron } from './support/behind-the-site'
import { bringFile, bringToInventory, workplace } from './support/bring-file'
import { gate } from './support/gate'
import { apiOf, people } from './support/people'
import { beSignedIn } from './support/sign-in'
import { test } from './support/test'

const preview = (page: Page) => page.getByRole('table', { name: 'First rows of the file' })

async function openImport(page: Page) {
  await beSignedIn(page, people.analyst)
  await page.goto(`${workplace}/imports/new`)
}

async function choose(page: Page, name: string, content: Buffer | string) {
  const file = { name, mimeType: 'text/csv', buffer: Buffer.from(content) }
  await page.locator('input[type=file]').setInputFiles(file)
}

/** Requests of the upload protocol that the page sends from now on. */
function sentBy(page: Page): Request[] {
  const sent: Request[] = []
  page.on('request', (request) => {
    if (/\/api\/.*\/imports/.test(request.url()) && request.method() !== 'GET') sent.push(request)
  })
  return sent
}

test('another encoding shows the rows in another way before anything is sent', async ({ page }) => {
  await openImport(page)
  const sent = sentBy(page)
  await choose(page, 'cities.csv', 'Name,City\nalpha,Zürich\n')
  await expect(preview(page)).toContainText('Zürich')
  await page.getByLabel('Encoding').selectOption('windows-1252')
  await expect(preview(page)).toContainText('ZÃ¼rich')
  await page.getByLabel('Separator').selectOption(';')
  await expect(preview(page).getByRole('columnheader')).toHaveCount(1)
  await expectAccessible(page)
  expect(sent).toEqual([])
})

test('of two files chosen in a row the last is shown, however long the first takes to read', async ({
  page,
}) => {
  // The first that is read comes after the second.
  await page.addInitScript(() => {
    const { arrayBuffer } = Blob.prototype
    let isFirst = true
    Blob.prototype.arrayBuffer = function () {
      if (!isFirst) return arrayBuffer.call(this)
      isFirst = false
      return new Promise((resolve, reject) => {
        const read = () => arrayBuffer.call(this).then(resolve, reject)
        Object.assign(window, { readFirst: read })
      })
    }
  })
  await openImport(page)
  await choose(page, 'first.csv', 'Name,City\nalpha,Bergen\n')
  await page.waitForFunction(() => 'readFirst' in window)
  await choose(page, 'second.csv', 'Name,City\nbeta,Oslo\n')
  await expect(preview(page)).toContainText('Oslo')
  await page.evaluate(async () => {
    await (window as unknown as { readFirst: () => Promise<void> }).readFirst()
    // Whatever is shown for it is shown by the frame after the next.
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  })
  await expect(preview(page)).toContainText('Oslo')
})

test('a file is sent once, however often the button is pressed', async ({ page }) => {
  const name = `twice-${Date.now()}.csv`
  await openImport(page)
  await choose(page, name, `Server Name,CPU Count\n${name},2\n`)
  const button = page.getByRole('button', { name: `Import ${name}` })
  await expect(button).toBeVisible()
  const sent = sentBy(page)
  // What sends is fetched with the first press and comes after the last.
  const sender = gate()
  await page.route('**/_next/static/**', async (route) => {
    await sender.passed
    await route.continue()
  })
  await button.dblclick()
  await button.press('Enter')
  sender.open()
  await expect(page.getByRole('link', { name: 'Map columns' })).toBeVisible({ timeout: 60_000 })
  const created = sent.filter((request) => new URL(request.url()).pathname.endsWith('/imports'))
  expect(created).toHaveLength(1)
  await page.goto(`${workplace}/imports`)
  await expect(page.getByRole('link', { name })).toHaveCount(1)
})

const unfit = [
  {
    what: 'a picture',
    content: Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
    words: 'The file is a picture, whatever its name says. Export the list as CSV.',
  },
  {
    what: 'a workbook',
    content: Buffer.concat([
      Buffer.from('504b0304140006000800000021000000000000000000000000000000', 'hex'),
      Buffer.from('[Content_Types].xml xl/workbook.xml'),
    ]),
    words: /^The file is a (spreadsheet workbook|compressed archive), whatever its name says\./,
  },
  { what: 'nothing', content: Buffer.alloc(0), words: 'The file is empty.' },
  {
    what: 'a header',
    content: Buffer.from('Name,CPUs\n'),
    words: 'The file has column names but no rows.',
  },
]
for (const { what, content, words } of unfit) {
  test(`a file that is only ${what} is refused in words, and not sent`, async ({ page }) => {
    await openImport(page)
    const sent = sentBy(page)
    await choose(page, 'servers.csv', content)
    await expect(page.getByRole('main').getByText(words)).toBeVisible()
    await expect(preview(page)).toBeHidden()
    await expect(page.getByRole('button', { name: /^Import / })).toBeHidden()
    await expectAccessible(page)
    expect(sent).toEqual([])
  })
}

test('an interrupted upload goes on with the parts that are missing', async ({ page }, {
  project,
}) => {
  const name = `interrupted-${project.name}-${Date.now()}`
  const filler = 'x'.repeat(2000)
  const rows = Array.from({ length: 2500 }, (_, i) => `${name}-${i},${filler}`)
  const content = `Server Name,Notes\n${rows.join('\n')}\n`
  await openImport(page)
  await choose(page, `${name}.csv`, content)
  await page.route('**/parts/1', (route) => route.abort())
  const arrived = page.waitForResponse(/\/parts\/0$/)
  await page.getByRole('button', { name: `Import ${name}.csv` }).click()
  await arrived
  await expect(page.getByText('The connection is interrupted')).toBeVisible()

  await page.goto(`${workplace}/imports`)
  await page.unroute('**/parts/1')
  await page.getByRole('link', { name: `${name}.csv` }).click()
  await expect(page.getByText('1 of 2 parts have arrived')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Go on' }).click()
  await expect(page.getByText(`Go on with ${name}.csv`)).toBeVisible()
  const sent = sentBy(page)
  await choose(page, `${name}.csv`, content)
  await page.getByRole('button', { name: `Import ${name}.csv` }).click()
  await expect(page.getByRole('link', { name: 'Map columns' })).toBeVisible({ timeout: 60_000 })
  const parts = sent.filter((request) => request.method() === 'PUT').map((request) => request.url())
  expect(parts).toEqual([expect.stringMatching(/\/parts\/1$/)])
})

test('ux 21: rejected rows are listed with line and column, downloaded, mended and imported', async ({
  page,
  baseURL,
}, { project }) => {
  const name = `mended-${project.name}-${Date.now()}`
  const api = await apiOf('analyst', baseURL)
  const header = 'Server Name,Asset Type,CPU Count'
  const { flowId } = await bringToInventory(
    api,
    `${name}.csv`,
    `${header}\n${name}-1,server,2\n,server,4\n`,
  )
  await beSignedIn(page, people.analyst)
  await page.goto(`${workplace}/flows/${flowId}`)
  await expect(page.getByRole('region', { name: 'Rows', exact: true })).toContainText('Rejected1')
  const listed = page.getByRole('region', { name: 'Rejected rows' }).locator('tbody tr')
  await expect(listed).toHaveText(/^3.*Nothing says which asset this row is about/)
  await expectAccessible(page)
  const waiting = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download 1 rejected row', exact: true }).click()
  const rejected = await readFile(await (await waiting).path(), 'utf8')
  expect(rejected).toContain('Nothing says which asset this row is about')
  const again = await bringToInventory(
    api,
    `${name}-again.csv`,
    rejected.replace(/^("?)("?),/m, `$1${name}-2$2,`),
  )
  const mended = await api.get(`/api${workplace}/imports/${again.importId}`)
  expect((await mended.json()).rows).toMatchObject({ in: 1, created: 1, rejected: 0 })
  await api.dispose()
})

test('ux 20: an import says how far it is, after a reload too, and can be ended', async ({
  page,
  baseURL,
}, { project }) => {
  const name = `halfway-${project.name}-${Date.now()}`
  const api = await apiOf('analyst', baseURL)
  const { flowId } = await bringFile(api, `${name}.csv`, `Server Name,CPU Count\n${name},2\n`)
  await api.dispose()
  // As it stands in the middle of a longer file; nobody has the work, so that it stays there.
  const standAt = async (rows: number, lastStep: string) => {
    await asOwner(sql`
      update flow_phases set status = 'running', started_at = '2026-01-01T00:00:00Z'
       where flow_id = ${flowId} and phase = 'asset_inventory'`)
    await asOwner(sql`
      update discovery_flows set status = 'running', phase = 'asset_inventory',
             progress_done = ${rows}, progress_total = 12000, heartbeat_at = ${lastStep}
       where id = ${flowId}`)
    await runCron(baseURL ?? '')
  }
  await standAt(6_200, '2026-01-01T00:00:02Z')
  await beSignedIn(page, people.analyst)
  await page.goto(`${workplace}/flows/${flowId}`)
  const progress = page.getByRole('progressbar', { name: /^Inventory/ })
  await expect(progress).toHaveAttribute('aria-valuenow', '51')
  const words = page.getByRole('main')
  await expect(words).toContainText('6,200 of 12,000 rows · 3,100 rows/s · 2 s left')
  await standAt(9_300, '2026-01-01T00:00:03Z')
  await expect(words).toContainText('9,300 of 12,000 rows · 3,100 rows/s · 1 s left')
  await page.reload()
  await expect(words).toContainText('9,300 of 12,000 rows · 3,100 rows/s · 1 s left')
  await page.getByRole('button', { name: 'Cancel', exact: true }).click()
  await expect(words.getByText('Cancelled').first()).toBeVisible()
  await expect(progress).toBeHidden()
})

test('ux 6, 26: a manager deletes an import by its name; its rows go, its assets stay', async ({
  page,
  baseURL,
}, { project }) => {
  const name = `deleted-${project.name}-${Date.now()}`
  const api = await apiOf('manager', baseURL)
  const { importId, flowId } = await bringToInventory(
    api,
    `${name}.csv`,
    `Server Name,Asset Type,CPU Count\n${name},server,2\n`,
  )
  await beSignedIn(page, people.manager)
  await page.goto(`${workplace}/flows/${flowId}`)
  const history = page.getByRole('region', { name: 'History' }).getByRole('listitem')
  await expect(history.filter({ hasText: 'by itself' }).first()).toBeVisible()
  await expect(
    history.filter({ hasText: 'Map columns' }).filter({ hasText: 'by ' }),
  ).not.toHaveCount(0)
  await expectAccessible(page)

  await page.goto(`${workplace}/imports`)
  const opener = page.getByRole('button', { name: `Delete ${name}.csv` })
  const dialog = page.getByRole('dialog', { name: 'Delete this import?' })
  await opener.press('Enter')
  await expect(dialog).toContainText('Lost for good: the one row as it came')
  await expect(dialog).toContainText('Stays: every asset that came from it')
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(opener).toBeFocused()

  await opener.click()
  const field = dialog.getByLabel(`Type ${name}.csv to confirm`)
  await expect(field).toBeFocused()
  await field.fill(name)
  await field.press('Enter')
  await expect(dialog).toContainText('That is not the name of the file.')
  await field.fill(`${name}.csv`)
  await dialog.getByRole('button', { name: 'Delete import' }).click()
  await expect(page.getByText(`${name}.csv is deleted`)).toBeVisible()
  await expect(page.getByRole('link', { name: `${name}.csv` })).toBeHidden()

  const found = await api.get(`/api${workplace}/assets?q=${name}`)
  expect((await found.json()).assets).toHaveLength(1)
  const left = await api.get(`/api${workplace}/imports/${importId}`)
  expect((await left.json()).rawRowsKept).toBe(false)
  await api.dispose()
})

test('who may not delete imports is not asked to', async ({ page }) => {
  await beSignedIn(page, people.analyst)
  await page.goto(`${workplace}/imports`)
  await expect(page.getByRole('table', { name: 'Imports' })).toBeVisible()
  await expect(page.getByRole('button', { name: /^Delete / })).toHaveCount(0)
})
