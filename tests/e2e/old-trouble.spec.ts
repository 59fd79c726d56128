import { expect, type Page } from '@playwright/test'
import { sql } from 'drizzle-orm'
import { startSites } from '@/local/test-sites.mjs'
import { asOwner, runCron } from './support/behind-the-site'
import { people } from './support/people'
import { beSignedIn } from './support/sign-in'
import { test } from './support/test'

const engagement = 'erp-2026'
const name = 'Old Trouble'
const email = 'old-trouble@portolan.test'

/** Somebody of whom no other test knows, as a viewer of the demo's engagement. */
async function addViewer(site: string): Promise<void> {
  await asOwner(sql`
    with person as (
      insert into users (email, name, status, password_hash)
      select ${email}, ${name}, 'active', password_hash from users
       where email = ${people.viewer} returning id)
    insert into memberships (client_account_id, engagement_id, user_id, role)
    select e.client_account_id, e.id, person.id, 'viewer' from engagements e, person
     where e.slug = ${engagement}`)
  await runCron(site)
}

/*
 * The baseline: what the walk of administration.spec.ts is like by the old system's path. Nothing
 * here is a promise; it is why the other path exists.
 */
test('by the legacy path another role reverts, by which process answers', async ({ browser }) => {
  const { urls, stop } = await startSites({ CACHE_PATH: 'legacy' }, 2, 'legacy')
  try {
    const [first = '', second = ''] = urls
    await addViewer(first)
    const open = async (baseURL: string, who: string): Promise<Page> => {
      const page = await (await browser.newContext({ baseURL })).newPage()
      await beSignedIn(page, who)
      return page
    }
    const [admin, other, person] = [
      await open(first, people.admin),
      await open(second, people.admin),
      await open(second, email),
    ]
    const roles = () =>
      Promise.all(
        urls.map(async (site) => {
          const { memberships } = await (await person.request.get(`${site}/api/me`)).json()
          return memberships.find((one: { engagement: string }) => one.engagement === engagement)
            ?.role
        }),
      )
    expect(await roles()).toEqual(['viewer', 'viewer'])
    for (const page of [other, admin]) {
      await page.goto(`/admin/users?search=${email}`)
      await page.getByRole('link', { name }).click()
      await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
    }
    const role = (page: Page) => page.getByRole('form', { name: /^Role in/ }).getByLabel('Role')
    let [present, former] = ['viewer', 'manager']
    // Whoever relays a change clears its own map, too, and now and then that is the other process.
    await expect(async () => {
      const next = former
      former = present
      present = next
      await role(admin).selectOption(present)
      await admin.getByRole('button', { name: 'Save' }).first().click()
      await expect(admin.getByText(`${name} has another role in`).last()).toBeVisible()
      await expect.poll(async () => (await roles())[0]).toBe(present)
      expect(await roles()).toEqual([present, former])
    }).toPass({ timeout: 60_000 })
    await admin.reload()
    await expect(role(admin)).toHaveValue(present)
    await other.reload()
    await expect(role(other), 'on the other process it reverts').toHaveValue(former)
    expect(await roles(), 'and stays so').toEqual([present, former])
    await Promise.all([admin, other, person].map((page) => page.context().close()))
  } finally {
    await stop()
  }
})
