import { expect, type Page } from '@playwright/test'
import { demoPassword, sessionOf } from './sessions'

/** Gives the page's browser a session; where to go is for the test. */
export async function beSignedIn(page: Page, email: string): Promise<void> {
  await page.context().addCookies([await sessionOf(email)])
}

/** Signs in without the form, and waits until the person has arrived in an engagement. */
export async function signIn(page: Page, email: string): Promise<void> {
  await beSignedIn(page, email)
  await page.goto('/start')
  await expect(page).not.toHaveURL(/\/(sign-in|start)$/)
}

/** Signs in by the form; whether that was right is for the test. */
export async function signInByForm(
  page: Page,
  email: string,
  password: string = demoPassword,
): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}
