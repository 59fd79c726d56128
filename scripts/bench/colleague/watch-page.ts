import type { Page } from 'playwright'

/**
 * Waits until a mapping page says that as many columns are approved.
 * @returns when it did (ms since 1970, by the machine's clock)
 */
export function watchDecided(page: Page, count: number): Promise<number> {
  return page.evaluate(
    (wanted) =>
      new Promise<number>((resolve) => {
        const shown = () => {
          const headings = [...document.querySelectorAll('main h2')]
          const text = headings.find((one) => one.textContent?.startsWith('Approved'))?.textContent
          return Number(/\d+/.exec(text ?? '')?.[0])
        }
        const look = () => {
          if (shown() !== wanted) return
          observer.disconnect()
          resolve(Date.now())
        }
        const observer = new MutationObserver(look)
        observer.observe(document.body, { subtree: true, childList: true, characterData: true })
        look()
      }),
    count,
  )
}
