import { type Browser, expect, type Page } from '@playwright/test'
import { expectAccessible } from './support/accessibility'
import { demoPassword } from './support/sessions'
import { beSignedIn, signIn, signInByForm } from './support/sign-in'
import { test } from './support/test'

const password = 'four plain words here'

const signInAs = (page: Page, email: string, chosen = password) => signInByForm(page, email, chosen)

async function signOut(page: Page) {
  await page.getByRole('button', { name: /^Account of/ }).click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByText('You are signed out.')).toBeVisible()
}

/** A page of somebody else, in a browser of their own. */
async function pageOf(browser: Browser, baseURL: string | undefined, email?: string) {
  const context = await browser.newContext({ baseURL })
  const page = await context.newPage()
  if (email !== undefined) await beSignedIn(page, email)
  return page
}

async function askForAccess(page: Page, name: string, email: string) {
  await page.goto('/sign-up')
  await page.getByLabel('Name', { exact: true }).fill(name)
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByLabel('What do you need?').fill('The pilot, please.')
  await page.getByRole('button', { name: 'Send the request' }).click()
  await expect(page.getByText('Your request is on its way.')).toBeVisible()
}

test('a page that was asked for is shown after signing in', async ({ page }) => {
  await page.goto('/acme/erp-2026/imports?from=mail')
  await expect(page).toHaveURL(/\/sign-in\?next=/)
  await page.getByLabel('E-mail').fill('analyst@portolan.test')
  await page.getByLabel('Password').fill('not the password')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByText('The e-mail address or the password is not right.')).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel('Password').fill(demoPassword)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL(/\/acme\/erp-2026\/imports\?from=mail$/)
})

test('a link cannot lead away from the site', async ({ page, baseURL }) => {
  await page.goto('/sign-in?next=//evil.example/')
  await page.getByLabel('E-mail').fill('viewer@portolan.test')
  await page.getByLabel('Password').fill(demoPassword)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL(new RegExp(`^${baseURL}/acme/`))
})

test('a request is answered, and the person enters with the role they were given', async ({
  page,
  browser,
  baseURL,
}, { project }) => {
  const name = `Nadia ${project.name} ${Date.now()}`
  const email = `${name.replaceAll(' ', '.').toLowerCase()}@example.org`
  await askForAccess(page, name, email)
  await signInAs(page, email)
  await expect(page.getByText('Waits for an administrator')).toBeVisible()
  await expectAccessible(page)
  await page.goto('/globex/pilot')
  await expect(page).toHaveURL(/\/pending$/)

  const admin = await pageOf(browser, baseURL, 'admin@portolan.test')
  await admin.goto('/admin/requests')
  await expectAccessible(admin)
  const request = admin.getByRole('region', { name: `Request of ${name}` })
  await request.getByText('Turn down…').click()
  const refusal = request.getByRole('form', { name: `Turn down ${name}` })
  await refusal.getByLabel('Reason').fill('Which pilot do you mean?')
  await refusal.getByRole('button', { name: 'Turn down' }).click()
  await expect(refusal).toBeHidden()

  await page.reload()
  await expect(page.getByText('Which pilot do you mean?')).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel('What do you need?').fill('The pilot of Globex')
  await page.getByRole('button', { name: 'Ask again' }).click()
  await expect(page.getByText('Waits for an administrator')).toBeVisible()

  await admin.reload()
  const approval = admin.getByRole('form', { name: `Approve ${name}` })
  await approval.getByLabel('Engagement').selectOption({ label: 'Pilot' })
  await approval.getByLabel('Role').selectOption('viewer')
  await approval.getByRole('button', { name: 'Let in' }).click()
  await expect(approval).toBeHidden()
  await admin.context().close()

  await page.goto('/start')
  await expect(page).toHaveURL(/\/globex\/pilot$/)
  await page.goto('/globex/pilot/imports/new')
  await expect(page.getByText('Your role does not allow this.')).toBeVisible()
  await expectAccessible(page)
  await signOut(page)
})

test('a one-time link sets a new password and ends the sessions', async ({
  page,
  browser,
  baseURL,
}, { project }) => {
  const name = `Reset ${project.name} ${Date.now()}`
  const email = `${name.replaceAll(' ', '.').toLowerCase()}@example.org`
  await askForAccess(page, name, email)
  await signInAs(page, email)
  await expect(page).toHaveURL(/\/pending$/)

  const admin = await pageOf(browser, baseURL, 'admin@portolan.test')
  await admin.goto(`/admin/users?search=${encodeURIComponent(email)}`)
  await admin.getByRole('button', { name: `Make a link for a new password of ${name}` }).click()
  const link = await admin.getByLabel('One-time link').inputValue()
  await expectAccessible(admin)
  await admin.context().close()

  const chosen = 'another four plain words'
  const visitor = await pageOf(browser, baseURL)
  await visitor.goto(link.replace(/^https?:\/\/[^/]+/, ''))
  await expectAccessible(visitor)
  await visitor.getByLabel('Password').fill(chosen)
  await visitor.getByRole('button', { name: 'Save the password' }).click()
  await expect(visitor.getByText('Your password is changed.')).toBeVisible()
  await visitor.goto(link.replace(/^https?:\/\/[^/]+/, ''))
  await expect(visitor.getByRole('heading', { name: 'This link has ended' })).toBeVisible()
  await expectAccessible(visitor)
  await visitor.context().close()

  await page.reload()
  await expect(page).toHaveURL(/\/sign-in/)
  await signInAs(page, email, chosen)
  await expect(page).toHaveURL(/\/pending$/)
})

test('the engagement that was chosen last is where a person arrives', async ({ page }) => {
  await signIn(page, 'manager@portolan.test')
  const choose = async (engagement: string, address: string) => {
    await page.getByRole('button', { name: /switch engagement$/ }).click()
    const choice = page.getByRole('listitem').getByRole('button', { name: engagement })
    await choice.click()
    await expect(page).toHaveURL(new RegExp(`${address}$`))
  }
  await choose('ERP consolidation 2026', '/acme/erp-2026')
  await page.goto('/')
  await expect(page).toHaveURL(/\/acme\/erp-2026$/)
  await choose('Data centre exit', '/acme/dc-exit')
  await page.goto('/')
  await expect(page).toHaveURL(/\/acme\/dc-exit$/)
})

test('a forgotten password: the page says what to do', async ({ page }) => {
  await page.goto('/sign-in')
  await page.getByRole('link', { name: 'Forgot your password?' }).click()
  await expect(page.getByText('Ask an administrator for a link')).toBeVisible()
})
