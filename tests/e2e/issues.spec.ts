import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './support/accessibility'
import { bringToInventory, workplace } from './support/bring-file'
import { apiOf, people } from './support/people'
import { beSignedIn } from './support/sign-in'
import { test } from './support/test'

/** Brings three machines with one doubtful value in common and opens the issues. */
async function openIssues(
  page: Page,
  baseURL: string | undefined,
  name: string,
  doubtful: { column: string; value: string },
) {
  const api = await apiOf('analyst', baseURL)
  const header = `Server Name,Asset Type,CPU Count,Memory (MB),Operating System,${doubtful.column}`
  const rows = [1, 2, 3].map((i) => `${name}-${i},server,4,8192,Ubuntu Linux,${doubtful.value}`)
  await bringToInventory(api, `${name}.csv`, `${[header, ...rows].join('\n')}\n`)
  await api.dispose()
  await beSignedIn(page, people.analyst)
  await page.goto(`${workplace}/issues`)
}

const issueOf = (page: Page, asset: string) =>
  page.getByRole('list', { name: 'Issues' }).getByRole('listitem').filter({ hasText: asset })

test('a fix is accepted, an issue is skipped and opened again, and the counts follow', async ({
  page,
  baseURL,
}, { project }) => {
  const name = `blank-${project.name}-${Date.now()}`
  await openIssues(page, baseURL, name, { column: 'Business Owner', value: 'Ada  Lovelace' })
  await page.goto(`${workplace}/issues?rule=stray_blanks`)
  await expectAccessible(page)
  const first = issueOf(page, `${name}-1`)
  await expect(first).toContainText('Ada Lovelace')
  await first.getByRole('button', { name: /^Accept/ }).click()
  await expect(first).toBeHidden()

  const second = issueOf(page, `${name}-2`)
  await second.getByRole('button', { name: /^Skip/ }).click()
  await expect(second).toBeHidden()
  await page.getByRole('link', { name: 'Skipped' }).click()
  await expect(page).toHaveURL(/state=skipped/)
  await issueOf(page, `${name}-2`)
    .getByRole('button', { name: /^Reopen/ })
    .click()
  await expect(issueOf(page, `${name}-2`)).toBeHidden()

  await page.getByRole('link', { name: 'Accepted' }).click()
  await issueOf(page, `${name}-1`).getByRole('link').click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`${name}-1`)
  await expect(page.getByRole('main')).toContainText('Ada Lovelace')
})

/** All of a rule is decided here, so each project has a rule of its own. */
const wholeRules = {
  desktop: { title: 'Placeholders', doubtful: { column: 'Business Owner', value: 'tbd' } },
  phone: { title: 'Empty dates', doubtful: { column: 'Purchase Date', value: '1900-01-01' } },
}

test('all fixes of a rule are accepted at once', async ({ page, baseURL }, { project }) => {
  const { title, doubtful } = wholeRules[project.name === 'phone' ? 'phone' : 'desktop']
  const name = `gap-${project.name}-${Date.now()}`
  await openIssues(page, baseURL, name, doubtful)
  const rules = page.getByRole('navigation', { name: 'Rules' })
  await rules.getByRole('link', { name: new RegExp(`^${title}`) }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await expect(issueOf(page, `${name}-1`)).toBeVisible()
  await page.getByRole('button', { name: /^Accept all/ }).click()
  await expect(page.getByText(/issues decided$/)).toBeVisible()
  await expect(issueOf(page, name)).toHaveCount(0)
})

test('a viewer reads the issues and decides nothing', async ({ page }) => {
  await beSignedIn(page, people.viewer)
  await page.goto('/acme/dc-exit/issues')
  await expect(page.getByRole('heading', { level: 1, name: 'Issues' })).toBeVisible()
  const decisions = page.getByRole('main').getByRole('button', { name: /^(accept|skip|reopen)/i })
  await expect(decisions).toHaveCount(0)
})
