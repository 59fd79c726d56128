import { expect, type Page } from '@playwright/test'
import { apiOf, people } from '../support/people'
import { beSignedIn } from '../support/sign-in'
import { test } from '../support/test'

/** What only a browser shows: Playwright tells 200 for a document that was a 304 on the wire. */

const address = '/acme/erp-2026/imports'

/** The statuses of the documents as they came over the wire, in order. */
async function watchDocuments(page: Page): Promise<number[]> {
  const statuses: number[] = []
  const documents = new Set<string>()
  const wire = await page.context().newCDPSession(page)
  await wire.send('Network.enable')
  wire.on('Network.requestWillBeSent', ({ requestId, type }) => {
    if (type === 'Document') documents.add(requestId)
  })
  wire.on('Network.responseReceivedExtraInfo', ({ requestId, statusCode }) => {
    if (documents.has(requestId)) statuses.push(statusCode)
  })
  return statuses
}

/** Errors of scripts, and what the page's policy kept from running, which the browser calls one. */
function watchTrouble(page: Page): string[] {
  const trouble: string[] = []
  page.on('pageerror', (error) => trouble.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') trouble.push(message.text())
  })
  return trouble
}

async function expectScriptsToRun(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Account of/ }).click()
  for (const scheme of ['Dark', 'Light']) {
    await page.getByRole('button', { name: scheme }).click()
    await expect(page.locator('html')).toHaveClass(new RegExp(`\\b${scheme.toLowerCase()}\\b`))
  }
  await page.keyboard.press('Escape')
}

test('a reload is a 304 on the wire; after a write of somebody else it is the new page', async ({
  page,
  baseURL,
}) => {
  await beSignedIn(page, people.viewer)
  const trouble = watchTrouble(page)
  const documents = await watchDocuments(page)
  const reload = async () => {
    const before = documents.length
    await page.reload()
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect.poll(() => documents.length).toBeGreaterThan(before)
    return documents.at(-1)
  }
  await page.goto(address)
  // Other tests write here, too: between two of their writes nothing has changed.
  await expect.poll(reload).toBe(304)
  await expectScriptsToRun(page)

  const analyst = await apiOf('analyst', baseURL)
  const name = `seen-${crypto.randomUUID()}.csv`
  const file = { name, sizeBytes: 5, partCount: 1, partSize: 5 }
  expect((await analyst.post(`/api${address}`, { data: file })).status()).toBe(201)
  await analyst.dispose()
  expect(await reload()).toBe(200)
  await expect(page.getByText(name).first()).toBeVisible()
  await expectScriptsToRun(page)
  expect(trouble).toEqual([])
})
