import type { Page } from '@playwright/test'

/** What a page's security policy refuses from now on, in the browser's words. */
export function watchPolicy(page: Page): string[] {
  const refused: string[] = []
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) refused.push(message.text())
  })
  return refused
}
