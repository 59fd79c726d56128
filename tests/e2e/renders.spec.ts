import { expect, test } from '@playwright/test'
import { people } from './support/people'
import { takeRenders, watchRenders } from './support/renders'
import { beSignedIn } from './support/sign-in'

const place = '/acme/dc-exit'

test('going on runs nothing of the frame again but what names the present page', async ({
  page,
}) => {
  await watchRenders(page)
  await beSignedIn(page, people.manager)
  await page.goto(place)
  const links = page.getByRole('navigation', { name: 'Main' }).getByRole('link')
  await expect(links.first()).toBeVisible()
  await page.waitForFunction(() => document.readyState === 'complete')
  for (const section of ['Inventory', 'Issues', 'Imports', 'Dashboard']) {
    await takeRenders(page, 'html')
    await links.filter({ hasText: section }).click()
    await expect(page.getByRole('heading', { level: 1, name: section })).toBeVisible()
    process.stdout.write(
      `${section} ${JSON.stringify(await takeRenders(page, '[data-chrome] a, [data-chrome] button, [data-chrome]'))}\n`,
    )
  }
})
