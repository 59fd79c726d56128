import { expect, type Page } from '@playwright/test'
import { bringFile, workplace } from './bring-file'
import { apiOf, type Person, people } from './people'
import { beSignedIn } from './sign-in'

/**
 * A word of letters that no earlier run has used. What is rejected or changed is learned, so its
 * column needs a name of its own.
 */
export const freshWord = () =>
  [...String(Date.now())].map((digit) => 'bcdfghjkmn'[Number(digit)]).join('')

/** Brings a file of the test's own, and opens its mapping as somebody. */
export async function openMapping(
  page: Page,
  baseURL: string | undefined,
  text: string,
  who: Person,
): Promise<string> {
  const api = await apiOf('analyst', baseURL)
  const { flowId } = await bringFile(api, `${freshWord()}.csv`, text)
  await api.dispose()
  await beSignedIn(page, people[who])
  await page.goto(`${workplace}/flows/${flowId}/mapping`)
  await expect(page.getByRole('heading', { level: 1, name: 'Map columns' })).toBeVisible()
  return flowId
}

const columnsNamed = (word: string) =>
  `Server Name,IP Address,CPU Count ${word},Memory MB ${word},Operating System ${word},Zzyx ${word}`

/** A file of six columns, of which all but the last are recognised. */
export const smallFile = (word: string) =>
  `${columnsNamed(word)}\n${word},10.77.0.1,4,8192,Ubuntu Linux 22.04,q\n`

/** A column on its page, by `Column HEADER`. */
export const row = (page: Page, name: string | RegExp) => page.getByRole('listitem', { name })
