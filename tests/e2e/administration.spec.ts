import { type Browser, expect, type Locator, type Page } from '@playwright/test'
import { sql } from 'drizzle-orm'
import { isAbout, isHello, listenAt } from '../support/live/heard'
import { siteUrls } from '../support/sites'
import { expectAccessible } from './support/accessibility'
import { asOwner, runCron } from './support/behind-the-site'
import { people } from './support/people'
import { sessionOf } from './support/sessions'
import { beSignedIn } from './support/sign-in'
import { test } from './support/test'

/** The administrator works on one process of the site, the person on the other. */
const [first = '', second = first] = siteUrls()
const workplace = '/acme/erp-2026'

/** Somebody of whom no other test knows, as a viewer of the demo's engagement. */
async function addViewer(name: string): Promise<string> {
  const email = `${name.replaceAll(' ', '-').toLowerCase()}@portolan.test`
  await asOwner(sql`
    with person as (
      insert into users (email, name, status, password_hash)
      select ${email}, ${name}, 'active', password_hash from users
       where email = ${people.viewer} returning id)
    insert into memberships (client_account_id, engagement_id, user_id, role)
    select e.client_account_id, e.id, person.id, 'viewer' from engagements e, person
     where e.slug = 'erp-2026'`)
  await runCron(first)
  return email
}

async function browserOf(browser: Browser, baseURL: string, email: string): Promise<Page> {
  const page = await (await browser.newContext({ baseURL })).newPage()
  await beSignedIn(page, email)
  return page
}

/** Finds a person as an administrator does and opens their page. */
async function openPerson(admin: Page, email: string, name: string) {
  await admin.goto(`/admin/users?search=${encodeURIComponent(email)}`)
  await admin.getByRole('link', { name }).click()
  await expect(admin.getByRole('heading', { level: 1, name })).toBeVisible()
}

/** What the person's role is to both processes; nothing when the cookie is dead. */
async function roles(person: Page): Promise<(string | number | undefined)[]> {
  const answers = [first, second].map(async (site) => {
    const answer = await person.request.get(`${site}/api/me`)
    if (!answer.ok()) return answer.status()
    const { memberships } = await answer.json()
    return memberships.find((one: { engagement: string }) => one.engagement === 'erp-2026')?.role
  })
  return Promise.all(answers)
}

/** The person's open streams, one at each process. */
async function listenOnBoth(email: string) {
  const { name, value } = await sessionOf(email)
  const streams = await Promise.all(
    [first, second].map((site) => listenAt(site, workplace, `${name}=${value}`)),
  )
  await Promise.all(streams.map((stream) => stream.until(isHello)))
  return streams
}

async function expectRevoked(streams: Awaited<ReturnType<typeof listenOnBoth>>) {
  for (const stream of streams) {
    await stream.ended
    expect(stream.heard.at(-1)).toMatchObject({ event: 'over', data: { why: 'revoked' } })
  }
}

/** Saves a role in the form of a membership, until that is acknowledged. */
async function choose(form: Locator, role: string) {
  await form.getByLabel('Role').selectOption(role)
  const answered = form.page().waitForResponse((answer) => answer.request().method() === 'POST')
  await form.getByRole('button', { name: 'Save' }).click()
  // The action has run when its answer begins; the page's new parts follow.
  await answered
}

test('another role is obeyed on the next click, after a reload and in another tab', async ({
  browser,
}, { project }) => {
  const name = `Rita ${project.name} ${Date.now()}`
  const email = await addViewer(name)
  const admin = await browserOf(browser, first, people.admin)
  const person = await browserOf(browser, second, email)
  const newImport = person.locator('main').getByRole('link', { name: 'Import a file' })
  await person.goto(`${workplace}/imports`)
  await expect(person.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(newImport).toHaveCount(0)
  const otherTab = await person.context().newPage()
  await otherTab.goto(`${workplace}/imports/new`)
  await expect(otherTab.getByText('Your role does not allow this.')).toBeVisible()

  await openPerson(admin, email, name)
  const role = admin.getByRole('form', { name: 'Role in Acme Industries / ERP consolidation 2026' })
  const streams = await listenOnBoth(email)
  await choose(role, 'analyst')
  await expect(admin.getByText(`${name} has another role in`)).toBeVisible()
  await Promise.all(streams.map((stream) => stream.until(isAbout('membership'))))
  for (const stream of streams) {
    expect(stream.heard.map(({ event }) => event)).not.toContain('over')
    stream.close()
  }
  await expectAccessible(admin)

  await person.getByRole('link', { name: 'Inventory' }).first().click()
  await expect(person).toHaveURL(/\/inventory$/)
  await person.getByRole('link', { name: 'Imports' }).first().click()
  await expect(newImport).not.toHaveCount(0)
  await person.reload()
  await expect(newImport).not.toHaveCount(0)
  await otherTab.reload()
  await expect(otherTab.getByText('Your role does not allow this.')).toBeHidden()
  expect(await roles(person)).toEqual(['analyst', 'analyst'])

  const undo = admin.getByRole('button', { name: 'Undo' })
  await expect(undo, 'the offer to undo the first change has ended').toHaveCount(0)
  await choose(role, 'manager')
  await undo.click()
  await expect(role.getByLabel('Role')).toHaveValue('analyst')
  expect(await roles(person)).toEqual(['analyst', 'analyst'])

  await choose(role, 'viewer')
  await expect(role.getByLabel('Role')).toHaveValue('viewer')
  await admin.reload()
  await expect(role.getByLabel('Role')).toHaveValue('viewer')
  expect(await roles(person)).toEqual(['viewer', 'viewer'])
  await otherTab.reload()
  await expect(otherTab.getByText('Your role does not allow this.')).toBeVisible()
  await Promise.all([admin, person].map((page) => page.context().close()))
})

test('who is shut out is out on both processes at once, and comes back by signing in', async ({
  browser,
}, { project }) => {
  const name = `Olaf ${project.name} ${Date.now()}`
  const email = await addViewer(name)
  const [admin, other] = [
    await browserOf(browser, first, people.admin),
    await browserOf(browser, second, people.admin),
  ]
  const person = await browserOf(browser, second, email)
  await person.goto(workplace)
  expect(await roles(person)).toEqual(['viewer', 'viewer'])
  const streams = await listenOnBoth(email)
  await openPerson(admin, email, name)
  const access = admin.getByRole('region', { name: 'Access' })
  await access.getByRole('button', { name: 'Disable' }).click()
  await expect(access.getByText('Disabled')).toBeVisible()
  await expect(admin.getByText(`${name} is shut out`)).toBeVisible()
  await expectRevoked(streams)
  expect(await roles(person)).toEqual([401, 401])
  // The page that they had open hears of it and leads there by itself.
  await expect(person).toHaveURL(/\/sign-in/)
  await other.goto(`/admin/users?status=disabled&search=${encodeURIComponent(email)}`)
  await expect(other.getByRole('link', { name })).toBeVisible()

  await admin.getByRole('button', { name: 'Undo' }).click()
  await expect(access.getByText('Active')).toBeVisible()
  expect(await roles(person), 'the old session stays ended').toEqual([401, 401])
  await beSignedIn(person, email)
  expect(await roles(person)).toEqual(['viewer', 'viewer'])

  const newStreams = await listenOnBoth(email)
  await access.getByRole('button', { name: 'Sign out everywhere' }).click()
  await expect(admin.getByText(`${name} is signed out everywhere`)).toBeVisible()
  await expectRevoked(newStreams)
  expect(await roles(person)).toEqual([401, 401])
  await Promise.all([admin, other, person].map((page) => page.context().close()))
})

test('ux 26: two administrators at once: the second sees both states and chooses', async ({
  browser,
}, { project }) => {
  const name = `Karla ${project.name} ${Date.now()}`
  const email = await addViewer(name)
  const [admin, other] = [
    await browserOf(browser, first, people.admin),
    await browserOf(browser, second, people.admin),
  ]
  const roleIn = (page: Page) =>
    page.getByRole('form', { name: 'Role in Acme Industries / ERP consolidation 2026' })
  const conflict = admin.getByRole('dialog', { name: 'Somebody else changed this' })
  const save = conflict.getByRole('button', { name: 'Save the choice' })
  // Who hears of the other's change sees it before they choose, and meets no conflict.
  await admin.route('**/api/live**', (route) => route.abort())
  for (const page of [admin, other]) await openPerson(page, email, name)
  await choose(roleIn(other), 'analyst')
  await expect(other.getByText(`${name} has another role in`)).toBeVisible()

  await choose(roleIn(admin), 'manager')
  await expect(conflict.getByText('Analyst: imports and maps')).toBeVisible()
  await expect(conflict.getByText('Manager: approves and deletes')).toBeVisible()
  await expect(save).toBeDisabled()
  await expectAccessible(admin)
  await conflict.getByRole('radio', { name: 'Take theirs' }).check()
  await save.click()
  await expect(conflict).toBeHidden()
  await expect(roleIn(admin).getByLabel('Role')).toHaveValue('analyst')

  await other.reload()
  await choose(roleIn(other), 'viewer')
  await expect(other.getByText(`${name} has another role in`)).toBeVisible()
  await choose(roleIn(admin), 'manager')
  await conflict.getByRole('radio', { name: 'Keep mine' }).check()
  await save.click()
  await expect(admin.getByText(`${name} has another role in`)).toBeVisible()
  await expect(roleIn(admin).getByLabel('Role')).toHaveValue('manager')
  await Promise.all([admin, other].map((page) => page.context().close()))
})

test('the last administrator stays one, and is told why', async ({ browser }) => {
  const admin = await browserOf(browser, first, people.admin)
  await openPerson(admin, people.admin, 'Alex Morgan')
  const access = admin.getByRole('region', { name: 'Access' })
  for (const button of ['Take administration', 'Disable']) {
    await access.getByRole('button', { name: button }).click()
    await expect(admin.getByText('Nobody would be left to administer').first()).toBeVisible()
    await expect(access.getByRole('button', { name: button })).toBeVisible()
  }
  await admin.context().close()
})

test('a client and its engagement are opened, entered, renamed, archived and restored', async ({
  browser,
}, { project }) => {
  const name = `Initech ${project.name} ${Date.now()}`
  const slug = name.toLowerCase().replaceAll(' ', '-')
  // The other screen's test opens one at the same time.
  const engagement = `Move out ${project.name}`
  const member = `Petra ${project.name} ${Date.now()}`
  const email = await addViewer(member)
  const admin = await browserOf(browser, first, people.admin)
  const person = await browserOf(browser, second, email)
  await admin.goto('/admin/clients')
  await admin.getByRole('textbox', { name: 'New client' }).fill('ACME industries')
  await admin.getByRole('button', { name: 'Create client' }).click()
  await expect(admin.getByText('Something with that name is already there.').first()).toBeVisible()
  await admin.getByRole('textbox', { name: 'New client' }).fill(name)
  await admin.getByRole('button', { name: 'Create client' }).click()
  await expect(admin).toHaveURL(new RegExp(`/admin/clients/${slug}$`))
  await admin.getByRole('textbox', { name: 'New engagement' }).fill(engagement)
  await admin.getByRole('button', { name: 'Create engagement' }).click()
  await expect(admin.getByRole('link', { name: engagement })).toBeVisible()
  await person.goto(`/${slug}/move-out-${project.name}`)
  await expect(person.getByText('404')).toBeVisible()

  await openPerson(admin, email, member)
  const letIn = admin.getByRole('form', { name: /into another engagement$/ })
  await letIn.getByLabel('Another engagement').selectOption({ label: engagement })
  await letIn.getByRole('button', { name: 'Let in' }).click()
  const places = admin.getByRole('list', { name: `Engagements of ${member}` })
  await expect(places.getByText(`${name} / ${engagement}`)).toBeVisible()
  const home = admin.getByRole('form', { name: `Default place of ${member}` })
  await home.getByLabel('Engagement').selectOption({ label: engagement })
  await home.getByRole('button', { name: 'Save' }).click()
  await expect(admin.getByText('arrives there from now on')).toBeVisible()
  await person.goto('/')
  await expect(person).toHaveURL(new RegExp(`/${slug}/move-out-${project.name}$`))

  await admin.goto(`/admin/clients/${slug}`)
  const engagements = admin.getByRole('region', { name: 'Engagements' })
  await engagements.getByText('Rename…').click()
  const rename = engagements.getByRole('form', { name: `Rename ${engagement}` })
  await rename.getByLabel('Name').fill('Way out')
  await rename.getByRole('button', { name: 'Rename' }).click()
  await expect(admin.getByRole('link', { name: 'Way out' })).toBeVisible()
  await person.reload()
  await expect(person.getByRole('button', { name: /Way out: switch engagement$/ })).toBeVisible()

  await admin.getByRole('button', { name: 'Archive Way out' }).click()
  await expect(admin.getByText('Way out is archived')).toBeVisible()
  await expect(engagements.getByText('Archived', { exact: true })).toBeVisible()
  await person.reload()
  await expect(person.getByText('404')).toBeVisible()
  await person.goto('/')
  await expect(person).toHaveURL(new RegExp(`${workplace}$`))
  await admin.getByRole('button', { name: 'Undo' }).last().click()
  await expect(admin.getByRole('button', { name: 'Archive Way out' })).toBeVisible()
  await person.goto('/')
  await expect(person).toHaveURL(new RegExp(`/${slug}/move-out-${project.name}$`))

  // Out of the other tests' way.
  await admin.getByRole('button', { name: `Archive ${name}` }).click()
  await expect(admin.getByText(`${name} is archived`)).toBeVisible()
  await expectAccessible(admin)
  await Promise.all([admin, person].map((page) => page.context().close()))
})
