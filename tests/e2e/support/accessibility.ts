import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** Nothing on the page breaks WCAG 2.2 AA, and the page does not scroll sideways. */
export async function expectAccessible(page: Page): Promise<void> {
  await expectNoViolation(page, new AxeBuilder({ page }).withTags(standards))
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(sideways, `pixels that ${page.url()} scrolls sideways`).toBeLessThanOrEqual(0)
}

/** All that another scheme of colours can break on a page that is accessible otherwise. */
export async function expectContrast(page: Page): Promise<void> {
  await expectNoViolation(page, new AxeBuilder({ page }).withRules(['color-contrast']))
}

/** The framework gives a page its title a moment after its content, at each refresh anew. */
async function expectNoViolation(page: Page, axe: AxeBuilder): Promise<void> {
  const violations = async () => {
    const found = (await axe.analyze()).violations
    return found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html} (${nodes.length})`)
  }
  await expect.poll(violations, `axe on ${page.url()}`).toEqual([])
}
