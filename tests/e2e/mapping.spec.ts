import { expect } from '@playwright/test'
import { expectAccessible, expectContrast } from './support/accessibility'
import { bringFile, workplace } from './support/bring-file'
import { apiOf, people } from './support/people'
import { beSignedIn } from './support/sign-in'
import { test } from './support/test'

test('columns are decided on any screen; a small one shows a lane at a time', async ({
  page,
  baseURL,
}, { project }) => {
  const api = await apiOf('analyst', baseURL)
  const text = `Server Name,IP Address,CPU Count,Zzyx\n${project.name}-mapped,10.77.0.1,4,q\n`
  const { flowId } = await bringFile(api, `lanes-${project.name}.csv`, text)
  await api.dispose()
  await beSignedIn(page, people.analyst)
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.goto(`${workplace}/flows/${flowId}/mapping`)
  await page.getByRole('button', { name: 'Approve Server Name' }).click()
  const approved = page.getByRole('region', { name: /^Approved/ })
  const tab = page.getByRole('button', { name: /^Approved 1$/ })
  if (project.name === 'phone') {
    await expect(approved).toBeHidden()
    await tab.click()
    await expect(page).toHaveURL(/lane=decided/)
  } else await expect(tab).toBeHidden()
  await expect(approved.getByRole('listitem')).toContainText('Approved')
  await expectAccessible(page)
  await expectContrast(page)

  await approved.getByRole('button', { name: /^Attribute of Server Name/ }).click()
  await expect(page.getByRole('combobox')).toBeVisible()
  await expectAccessible(page)
})
