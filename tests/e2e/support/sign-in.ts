import { expect, type Page } from '@playwright/test'

export const demoPassword = 'portolan-demo'

/** Signs in by the form and waits until the person has arrived in an engagement. */
export async function signIn(page: Page, email: string): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill(demoPassword)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).not.toHaveURL(/sign-in/)
}
