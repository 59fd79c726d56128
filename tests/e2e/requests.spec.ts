import { createHash } from 'node:crypto'
import { expect, type Page } from '@playwright/test'
import { sql } from 'drizzle-orm'
import { siteUrls } from '../support/sites'
import { asOwner } from './support/behind-the-site'
import { bringFile, workplace } from './support/bring-file'
import { apiOf, people } from './support/people'
import { beSignedIn } from './support/sign-in'
import { test } from './support/test'

const [first, second = first] = siteUrls()

const submit = (page: Page) => page.locator('form button[type=submit]')

/** An address of nobody, filled into the form with a password. */
async function openSignIn(page: Page, name: string): Promise<string> {
  const email = `${name}-${Date.now()}@portolan.test`
  await page.goto('/sign-in')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill('not the right one')
  return email
}

/** Leaves of an account's tries so much that the next is free after some seconds. */
async function useUpTries(email: string, seconds: number): Promise<void> {
  const key = `signInOfAccount:${createHash('sha256').update(email).digest('hex')}`
  // Ten tries in half an hour: one is free again as soon as less than 27 minutes are used up.
  await asOwner(sql`insert into rate_limits (key, free_at)
    values (${key}, now() + make_interval(secs => ${27 * 60 + seconds}))`)
}

test('ux 17: too many tries count down to the next, and the form is kept', async ({ page }) => {
  const email = await openSignIn(page, 'many-tries')
  await useUpTries(email, 6)
  await submit(page).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Too many tries')
  await expect(submit(page)).toHaveText(/^Try again in \d+ s$/)
  await expect(submit(page)).toHaveAttribute('aria-disabled', 'true')
  const atFirst = (await submit(page).textContent()) ?? ''
  const posts: string[] = []
  page.on('request', (request) => request.method() === 'POST' && posts.push(request.url()))
  await page.getByLabel('Password').press('Enter')
  await expect(submit(page)).not.toHaveText(atFirst)
  await expect(submit(page)).toHaveText('Sign in')
  expect(posts).toEqual([])
  await expect(page.getByText('You can try again now.')).toBeVisible()
  await expect(page.getByLabel('E-mail')).toHaveValue(email)
  await submit(page).click()
  await expect(page.getByText('The e-mail address or the password is not right.')).toBeVisible()
})

test('ux 18: what takes too long is said in plain words, and nothing entered is lost', async ({
  page,
}) => {
  // Thirty seconds of the browser pass in one.
  await page.addInitScript(() => {
    const whole = AbortSignal.timeout
    AbortSignal.timeout = (milliseconds) => whole.call(AbortSignal, milliseconds / 30)
  })
  const email = await openSignIn(page, 'slow')
  await page.route('**/sign-in', (route) =>
    route.request().method() === 'POST' ? undefined : route.continue(),
  )
  await submit(page).click()
  const said = page.getByText('This took longer than 30 seconds, so we stopped waiting.')
  await expect(said).toBeVisible()
  await expect(page.getByLabel('E-mail')).toHaveValue(email)
  await expect(submit(page)).not.toHaveAttribute('aria-busy', 'true')
})

test('ux 19: being offline shows and clears by itself, and a form keeps what was entered', async ({
  page,
  context,
}) => {
  const email = await openSignIn(page, 'offline')
  const banner = page.getByText('What you see may be older')
  await context.setOffline(true)
  await expect(banner).toBeVisible()
  await submit(page).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText('You are offline.')
  await expect(page.getByLabel('E-mail')).toHaveValue(email)
  await context.setOffline(false)
  await expect(banner).toBeHidden()
  await submit(page).click()
  await expect(page.getByText('The e-mail address or the password is not right.')).toBeVisible()
})

test('ux 17, 19: a decision counts down to its Retry; without a connection it waits and is counted', async ({
  page,
  context,
  baseURL,
}) => {
  const api = await apiOf('analyst', baseURL)
  const text = 'Server Name,IP Address,CPU Count,Zzyx\nkept-1,10.78.0.1,4,q\n'
  const { flowId } = await bringFile(api, `kept-${Date.now()}.csv`, text)
  const mappings = `/api${workplace}/flows/${flowId}/mappings`
  const versions = async () => {
    const { columns } = await (await api.get(mappings)).json()
    return columns.map(({ version }: { version: number }) => version)
  }
  await beSignedIn(page, people.analyst)
  await page.goto(`${workplace}/flows/${flowId}/mapping`)
  const error = { code: 'rate_limited', message: 'Too many tries in a short time.' }
  const refusal = { status: 429, headers: { 'Retry-After': '3' }, json: { error } }
  await page.route('**/mappings/approve', (route) => route.fulfill(refusal))
  await page.getByRole('button', { name: 'Approve CPU Count' }).click()
  await expect(page.getByRole('button', { name: /^Retry in \d s$/ })).toBeDisabled()
  await page.unroute('**/mappings/approve')
  await page.getByRole('button', { name: 'Retry', exact: true }).click()
  await expect(page.getByText('1 column approved')).toBeVisible()

  const before = await versions()
  await context.setOffline(true)
  await page.getByRole('button', { name: 'Approve Server Name' }).click()
  await page.getByRole('button', { name: 'Approve IP Address' }).click()
  const banner = page.getByText('You are offline. 2 changes wait in this page')
  await expect(banner).toBeVisible()

  // Who leaves would lose them, and is asked.
  const asked = page.waitForEvent('dialog')
  await page.close({ runBeforeUnload: true })
  const question = await asked
  expect(question.type()).toBe('beforeunload')
  await question.dismiss()

  expect(await versions()).toEqual(before)
  await context.setOffline(false)
  await expect(page.getByText(/You are offline|The connection is back/)).toBeHidden()
  await expect.poll(versions).toEqual([before[0] + 1, before[1] + 1, ...before.slice(2)])
  await api.dispose()
})

test('no page asks for what it was rendered with, nor for who looks at it', async ({
  page,
  baseURL,
}) => {
  const api = await apiOf('analyst', baseURL)
  const { flowId } = await bringFile(api, `quiet-${Date.now()}.csv`, 'Name,CPUs\nquiet-1,2\n')
  await api.dispose()
  const asked: string[] = []
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    // What a page does all the time, and what it tells, is no reading of what it has.
    const goesOn = /^\/api\/(live|vitals)\b|\/presence$/.test(pathname)
    if (pathname.startsWith('/api/') && !goesOn) asked.push(pathname)
  })
  // What others change meanwhile is asked for, and rightly so.
  await page.route('**/api/live/**', (route) => route.fulfill({ status: 204 }))
  await beSignedIn(page, people.analyst)
  await page.goto(`${workplace}/flows/${flowId}`)
  await page.getByRole('link', { name: 'Map columns' }).click()
  await expect(page).toHaveURL(/\/mapping$/)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.reload()
  await page.getByRole('link', { name: 'Inventory' }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: 'Inventory' })).toBeVisible()
  await expect(page).toHaveURL(/\/inventory$/)
  await page.goBack()
  await expect(page).toHaveURL(/\/mapping$/)
  expect(asked).toEqual([])
})

test('a write that is sent again under its name is done once, on whichever process', async () => {
  const [api, other] = [await apiOf('analyst', first), await apiOf('analyst', second)]
  const imports = `/api${workplace}/imports`
  const data = { name: 'once.csv', sizeBytes: 4, partCount: 1, partSize: 4 }
  const headers = { 'Idempotency-Key': crypto.randomUUID() }
  const [one, again] = await Promise.all([
    api.post(imports, { data, headers }),
    other.post(imports, { data, headers }),
  ])
  expect([one.status(), again.status()]).toEqual([201, 201])
  const { importId } = await one.json()
  expect((await again.json()).importId).toBe(importId)

  const changed = await api.post(imports, { data: { ...data, sizeBytes: 3 }, headers })
  expect(changed.status()).toBe(422)
  expect((await changed.json()).error.code).toBe('key_reused')
  const short = await api.post(imports, { data, headers: { 'Idempotency-Key': 'short' } })
  expect(short.status()).toBe(422)

  // Another person's name of the same words is another name.
  const manager = await apiOf('manager', second)
  const own = await (await manager.post(imports, { data, headers })).json()
  expect(own.importId).not.toBe(importId)
  const remove = (named: Record<string, string>) =>
    manager.delete(`${imports}/${own.importId}`, { headers: named })
  const removal = { 'Idempotency-Key': crypto.randomUUID() }
  const removed = [await remove(removal), await remove(removal), await remove({})]
  expect(removed.map((answer) => answer.status())).toEqual([200, 200, 404])
  await Promise.all([api, other, manager].map((context) => context.dispose()))
})
