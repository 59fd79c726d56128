import { type APIRequestContext, expect, type Page } from '@playwright/test'
import { sql } from 'drizzle-orm'
import { siteUrls } from '../support/sites'
import { expectAccessible } from './support/accessibility'
import { asOwner, runCron } from './support/behind-the-site'
import { apiOf, people } from './support/people'
import { beSignedIn } from './support/sign-in'
import { test } from './support/test'

/** The administrator works on one process of the site; both have to obey. */
const [first = '', second = first] = siteUrls()

/** A client account of which no other test knows, with one engagement. */
async function addClient(name: string): Promise<string> {
  const slug = name.toLowerCase().replaceAll(' ', '-')
  await asOwner(sql`
    with client as (
      insert into client_accounts (slug, name) values (${slug}, ${name}) returning id)
    insert into engagements (client_account_id, slug, name) select id, 'move', 'Move' from client`)
  await runCron(first)
  return `/api/${slug}/move/imports`
}

/** Whether one process sees at once what the other has written. */
async function seesWrites(imports: string, writer: APIRequestContext, reader: APIRequestContext) {
  const list = async () => {
    const answer = await reader.get(`${imports}?limit=100`)
    const { imports: listed } = await answer.json()
    return listed.map(({ importId }: { importId: string }) => importId)
  }
  await list()
  const file = { name: 'moved.csv', sizeBytes: 5, partCount: 1, partSize: 5 }
  const { importId } = await (await writer.post(imports, { data: file })).json()
  return (await list()).includes(importId)
}

/** Asks the other process for something, as its people do all day, until all have seen the newest. */
async function expectSeenByAll(admin: Page, other: APIRequestContext) {
  await expect(async () => {
    await other.get('/api/me')
    await expect(admin.getByText('Seen by 2 of 2 processes')).toBeVisible({ timeout: 2_500 })
  }).toPass({ timeout: 30_000 })
}

test('a group of reads moves for a client, is obeyed by both processes, and moves back', async ({
  browser,
}) => {
  test.slow()
  const name = `Flagged ${Date.now()}`
  const imports = await addClient(name)
  const [one, other] = await Promise.all([apiOf('admin', first), apiOf('admin', second)])
  const bothSee = async () => [
    await seesWrites(imports, one, other),
    await seesWrites(imports, other, one),
  ]
  expect(await bothSee()).toEqual([true, true])

  const context = await browser.newContext({ baseURL: first })
  const admin = await context.newPage()
  await beSignedIn(admin, people.admin)
  await admin.goto('/admin/flags')
  await admin.getByRole('link', { name: 'Open Imports and flows' }).click()
  const form = admin.getByRole('region', { name: 'One client' })
  await form.getByLabel('Client').selectOption({ label: name })
  await form.getByLabel('reads by').selectOption('legacy')
  await form.getByRole('button', { name: 'See what changes' }).click()
  const concerned = admin.getByRole('region', { name: 'Who is concerned' })
  await expect(concerned).toContainText(new RegExp(`1 of \\d+ client accounts: ${name}`))
  await expectAccessible(admin)

  // Somebody else looks at another change of the same flags.
  const late = await context.newPage()
  await late.goto('/admin/flags/change?kind=rule&group=people&path=shadow')
  await expect(late.getByRole('button', { name: 'Apply' })).toBeVisible()

  const reason = `compare ${name}`
  await admin.getByLabel('Reason').fill(reason)
  await admin.getByRole('button', { name: 'Apply' }).click()
  await expect(admin.getByRole('list', { name: 'Changes' })).toContainText(reason)
  await expectSeenByAll(admin, other)
  expect(await bothSee()).toEqual([false, false])

  await late.getByLabel('Reason').fill('people, too')
  await late.getByRole('button', { name: 'Apply' }).click()
  await expect(late.getByText('Somebody else changed this in the meantime.')).toBeVisible()
  const newer = late.getByRole('row', { name: new RegExp(`^${name}, Imports and flows`) })
  await expect(newer).toContainText(/nothing said\s*Legacy/)
  await expectAccessible(late)

  await admin.getByRole('button', { name: `Undo: ${reason}` }).click()
  await expect(admin.getByRole('list', { name: 'Changes' })).toContainText(`Taken back: ${reason}`)
  await expectSeenByAll(admin, other)
  await expectAccessible(admin)
  expect(await bothSee()).toEqual([true, true])
  await Promise.all([context.close(), one.dispose(), other.dispose()])
})
