import type { Page } from 'playwright'

/**
 * Waits until a mapping page says that as many columns are approved.
 * @returns when it did (ms since 1970, by the machine's clock)
 */
export async function watchDecided(page: Page, count: number): Promise<number> {
  const shown = await page.waitForFunction(
    (wanted) => {
      for (const { textContent } of document.querySelectorAll('main h2')) {
        if (!textContent?.startsWith('Approved')) continue
        if (Number(/\d+/.exec(textContent)?.[0]) === wanted) return Date.now()
      }
      return false
    },
    count,
    { polling: 'raf' },
  )
  return Number(await shown.jsonValue())
}
