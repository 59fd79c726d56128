import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

const narrowest = { width: 320, height: 640 }

/** Nothing on the page breaks WCAG 2.2 AA, and the page does not scroll sideways. */
export async function expectAccessible(page: Page): Promise<void> {
  await expectNoViolation(page, axeOn(page).withTags(standards))
  await expectWithin(page)
}

/**
 * The page in both schemes of colour, and on the narrowest screen that WCAG asks for; with a dialog,
 * where one is open. On a phone in the dark alone: the journey looks at its light.
 */
export async function expectGood(page: Page): Promise<void> {
  if (test.info().project.name === 'phone') {
    await wear(page, 'dark')
    return expectAccessible(page)
  }
  await wear(page, 'light')
  await expectAccessible(page)
  await wear(page, 'dark')
  await expectContrast(page)
  const usual = page.viewportSize() ?? narrowest
  await page.setViewportSize(narrowest)
  await expectWithin(page)
  await page.setViewportSize(usual)
}

/** All that another scheme of colours can break on a page that is accessible otherwise. */
export async function expectContrast(page: Page): Promise<void> {
  await expectNoViolation(page, axeOn(page).withRules(['color-contrast']))
}

async function wear(page: Page, colorScheme: 'light' | 'dark') {
  await page.emulateMedia({ colorScheme })
  await expect(page.locator('html')).toHaveClass(new RegExp(`\\b${colorScheme}\\b`))
}

/** Neither the page nor an open dialog scrolls sideways or is cut off there. */
async function expectWithin(page: Page) {
  const sideways = await page.evaluate(() => {
    const boxes = [
      document.documentElement,
      ...document.querySelectorAll('dialog[open], dialog[open] > div > *'),
    ]
    return Math.max(...boxes.map((box) => box.scrollWidth - box.clientWidth))
  })
  expect(sideways, `pixels that ${page.url()} scrolls sideways`).toBeLessThanOrEqual(0)
}

/** In the page alone: there are no frames of other origins, for which it would open a page each time. */
function axeOn(page: Page) {
  return new AxeBuilder({ page }).setLegacyMode()
}

/** The framework gives a page its title a moment after its content, at each refresh anew. */
async function expectNoViolation(page: Page, axe: AxeBuilder): Promise<void> {
  const violations = async () => {
    const found = (await axe.analyze()).violations
    return found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html} (${nodes.length})`)
  }
  await expect.poll(violations, `axe on ${page.url()}`).toEqual([])
}
