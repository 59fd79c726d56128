import { type Browser, expect, type Page, type Request } from '@playwright/test'
import { sql } from 'drizzle-orm'
import { siteUrls } from '../support/sites'
import { asOwner, runCron } from './support/behind-the-site'
import { bringFile, workplace } from './support/bring-file'
import { apiOf, people } from './support/people'
import { beSignedIn } from './support/sign-in'
import { test } from './support/test'

const [first, second = first] = siteUrls()
const header = 'Server Name,IP Address,CPU Count,Memory (MB),Operating System,Zzyx'
const row = 'live-1,10.78.0.1,4,8192,Ubuntu Linux 22.04,q'

async function open(browser: Browser, site: string | undefined, who: string, path: string) {
  const page = await (await browser.newContext({ baseURL: site })).newPage()
  await beSignedIn(page, who)
  return visit(page, path)
}

/** Opens a page and waits until it hears of changes. */
async function visit(page: Page, path: string) {
  await page.goto(path)
  await expect(page.locator('[data-live="live"]')).toBeVisible()
  return page
}

/**
 * What a page asks the site for from now on: its data, its own parts and pages; no files, and not
 * what it only says: where its person is, how it felt.
 */
function watchAsked(page: Page): string[] {
  const asked: string[] = []
  page.on('request', (request) => {
    const { pathname, search } = new URL(request.url())
    const says = /^\/api\/vitals$|\/presence$/.test(pathname)
    if (says || pathname.startsWith('/_next/') || isStream(request)) return
    const headers = request.headers()
    const ahead = headers['next-router-prefetch'] ? 'ahead ' : ''
    asked.push(`${ahead}${request.method()} ${pathname}${search}`)
  })
  return asked
}

const isStream = (request: Request) => new URL(request.url()).pathname.startsWith('/api/live')

const approved = (page: Page, name: string) =>
  page
    .getByRole('region', { name: /^Approved/ })
    .getByRole('listitem', { name: `Column ${name}`, exact: true })

interface Column {
  header: string
  mappingId: string
}

/** A flow of the test's own that waits for decisions. */
async function bringColumns(name: string) {
  const api = await apiOf('analyst', first)
  const { flowId } = await bringFile(api, `${name}.csv`, `${header}\n${row}\n`)
  const mappings = `/api${workplace}/flows/${flowId}/mappings`
  const { columns }: { columns: Column[] } = await (await api.get(mappings)).json()
  return {
    page: `${workplace}/flows/${flowId}/mapping`,
    async approve(...headers: string[]) {
      const ids = columns
        .filter((column) => headers.includes(column.header))
        .map(({ mappingId }) => mappingId)
      const answer = await api.post(`${mappings}/approve`, { data: { ids } })
      expect(answer.status()).toBe(200)
    },
    end: () => api.dispose(),
  }
}

test('ux 24: what one does shows in another’s browser, and nobody else asks for anything', async ({
  browser,
}) => {
  const flow = await bringColumns('live')
  const [other, elsewhere, abroad] = await Promise.all([
    open(browser, second, people.manager, flow.page),
    open(browser, second, people.viewer, `${workplace}/inventory`),
    open(browser, first, people.foreignAnalyst, '/globex/pilot/issues'),
  ])
  await expect(other.getByRole('status').filter({ hasText: 'Live' })).toBeVisible()
  const asked = [other, elsewhere, abroad].map(watchAsked)
  await flow.approve('CPU Count', 'IP Address')
  await expect(approved(other, 'CPU Count')).toBeVisible()
  // Of what comes later all hear later: after it nothing of the first change is on its way.
  await flow.approve('Server Name')
  await expect(approved(other, 'Server Name')).toBeVisible()
  expect(asked[0]?.length, 'one request for each change at most').toBeLessThanOrEqual(2)
  expect(asked.slice(1), 'nothing where nothing changed').toEqual([[], []])
  await Promise.all([other, elsewhere, abroad].map((page) => page.context().close()))
  await flow.end()
})

test('a page that begins to listen asks for nothing that it shows', async ({ browser }) => {
  const [client] = await asOwner(sql`select name from client_accounts where slug = 'globex'`)
  // Once more where something of the seconds before the page could not be known to be shown.
  await expect(async () => {
    const page = await (await browser.newContext({ baseURL: first })).newPage()
    await beSignedIn(page, people.foreignAnalyst)
    const asked = watchAsked(page)
    const refreshes = () => asked.filter((request) => request.includes('_rsc='))
    await visit(page, '/globex/pilot/issues')
    for (const [index, name] of [`Globex ${Date.now()}`, String(client?.name)].entries()) {
      await rename('globex', name)
      await expect(page.getByText(name).first()).toBeVisible()
      expect(refreshes(), 'one for each change').toHaveLength(index + 1)
    }
    await page.context().close()
  }).toPass({ timeout: 60_000 })
})

test('the tabs of a browser hold one connection, and the next one goes on', async ({ browser }) => {
  const flow = await bringColumns('tabs')
  const page = await open(browser, second, people.manager, flow.page)
  const streams: string[] = []
  page.context().on('request', (request) => {
    if (isStream(request)) streams.push(request.url())
  })
  const tab = await visit(await page.context().newPage(), flow.page)
  expect(streams).toEqual([])
  await flow.approve('CPU Count')
  await Promise.all([page, tab].map((one) => expect(approved(one, 'CPU Count')).toBeVisible()))
  await page.close()
  await flow.approve('IP Address')
  await expect(approved(tab, 'IP Address')).toBeVisible()
  expect(streams).toHaveLength(1)
  expect(streams[0], 'it goes on where the other ended').toMatch(/[?&]after=/)

  await tab.context().setOffline(true)
  await expect(tab.getByRole('status').filter({ hasText: 'Offline' })).toBeVisible()
  await flow.approve('Server Name')
  await tab.context().setOffline(false)
  await expect(approved(tab, 'Server Name')).toBeVisible()
  await expect(tab.getByRole('status').filter({ hasText: 'Live' })).toBeVisible()
  await tab.context().close()
  await flow.end()
})

/** Renames a client behind the site's back, as psql does. */
async function rename(slug: string, name: string) {
  await asOwner(
    sql`update client_accounts set name = ${name}, version = version + 1 where slug = ${slug}`,
  )
  await runCron(first ?? '')
}

test('an action shows its page by its own answer alone; Back shows what changed meanwhile', async ({
  browser,
}) => {
  const name = `Live ${Date.now()}`
  const page = await open(browser, first, people.admin, '/admin/clients')
  await page.getByLabel('New client').last().fill(name)
  await page.getByRole('button', { name: 'Create client' }).click()
  await expect(page).toHaveURL(/\/admin\/clients\/live-/)
  const slug = page.url().split('/').at(-1) ?? ''
  const heading = page.getByRole('heading', { level: 1 })
  await expect(heading).toHaveText(name)

  await visit(page, page.url())
  const asked = watchAsked(page)
  await page.getByRole('textbox', { name: 'Name', exact: true }).first().fill(`${name} by me`)
  await page.getByRole('button', { name: 'Rename' }).first().click()
  await expect(heading).toHaveText(`${name} by me`)
  await rename(slug, `${name} by another`)
  await expect(heading).toHaveText(`${name} by another`)
  expect(asked).toEqual([expect.stringMatching(/^POST /), expect.stringMatching(/^GET /)])

  // What was typed before another's change says from which state it set out.
  await page.getByRole('textbox', { name: 'Name', exact: true }).first().fill(`${name} by me again`)
  await rename(slug, `${name} by another again`)
  await expect(heading).toHaveText(`${name} by another again`)
  await page.getByRole('button', { name: 'Rename' }).first().click()
  await expect(page.getByRole('dialog', { name: 'Somebody else changed this' })).toBeVisible()
  await page.keyboard.press('Escape')

  await page.getByRole('link', { name: 'Requests' }).first().click()
  await expect(heading).toHaveText('Requests for access')
  await rename(slug, `${name} meanwhile`)
  await page.goBack()
  await expect(heading).toHaveText(`${name} meanwhile`)
  await page.context().close()
})
