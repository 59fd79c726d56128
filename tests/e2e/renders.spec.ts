import { expect, test } from '@playwright/test'
import { people } from './support/people'
import { takeRenders, watchRenders } from './support/renders'
import { beSignedIn } from './support/sign-in'

const place = '/acme/dc-exit'

/** The side's list and the phone's bar have each link once, and each asks whether it is present. */
const lists = 2

test('going on draws nothing of the frame anew but what names the present page', async ({
  page,
}) => {
  await watchRenders(page)
  await beSignedIn(page, people.manager)
  await page.goto(place)
  const links = page.getByRole('navigation', { name: 'Main' }).getByRole('link')
  await expect(links.first()).toBeVisible()
  let before = place
  for (const section of ['Inventory', 'Issues', 'Imports']) {
    await takeRenders(page, 'html')
    await links.filter({ hasText: section }).click()
    await expect(page.getByRole('heading', { level: 1, name: section })).toBeVisible()
    const here = new URL(page.url()).pathname
    const inLinks = await takeRenders(page, '[data-chrome] a', '[data-chrome]')
    process.stdout.write(`${section}: ${JSON.stringify(inLinks)}\n`)
    const { rest = 0, [before]: _, [here]: __, ...others } = inLinks
    expect(Object.values(others), 'links that were not and are not the present one').toEqual(
      Object.values(others).map(() => lists),
    )
    expect(rest, 'the crumb that names the section, and nothing else').toBeLessThanOrEqual(1)
    before = here
  }
})
