import { expect } from '@playwright/test'
import { startSites } from '@/local/test-sites.mjs'
import { siteUrls } from '../support/sites'
import { expectAccessible } from './support/accessibility'
import { people } from './support/people'
import { signIn } from './support/sign-in'
import { test } from './support/test'

/** What a preview has besides; its environment is that of the other sites. */
const ofPreview = {
  VERCEL_ENV: 'preview',
  VERCEL_GIT_COMMIT_REF: 'feature/bar',
  DATABASE_BRANCH: 'feature/bar',
}

test('a preview shows developers what a page has read; production has nothing of it', async ({
  browser,
}) => {
  const preview = await startSites(ofPreview, 1, 'preview')
  try {
    const page = await (await browser.newContext({ baseURL: preview.urls[0] })).newPage()
    await signIn(page, people.viewer)
    const bar = page.getByRole('complementary', { name: 'Developer bar' })
    await bar.getByRole('button', { name: 'Requests' }).click()
    const panel = page.getByRole('region', { name: 'Requests of this page' })
    await expect(panel.getByText('users.context')).toBeVisible()
    await expect(panel.getByText(/^\d+ reads?: /)).toBeVisible()
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await expect(panel).toBeHidden()
    await page.getByRole('link', { name: 'Inventory' }).first().click()
    await expect(page).toHaveURL(/\/inventory$/)
    await bar.getByRole('button', { name: 'Requests' }).click()
    await expect(panel.getByRole('button', { name: /inventory/ }).first()).toBeVisible()
    await page.context().close()
  } finally {
    await preview.stop()
  }

  const page = await (await browser.newContext({ baseURL: siteUrls()[0] })).newPage()
  const scripts: string[] = []
  page.on('response', async (answer) => {
    if (answer.url().endsWith('.js')) scripts.push(await answer.text().catch(() => ''))
  })
  await signIn(page, people.viewer)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.locator('[data-live="live"]')).toBeAttached()
  await expect(page.getByText('Requests of this page')).toHaveCount(0)
  expect(scripts.length).toBeGreaterThan(3)
  expect(scripts.filter((text) => text.includes('Requests of this page'))).toEqual([])
  await page.context().close()
})
