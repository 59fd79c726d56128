import { type BrowserContext, test as base, type Page } from '@playwright/test'

/**
 * The runner's `test`, with pages whose `goto` and `reload` come back when the page's scripts run.
 * A person looks at a page before acting; a test would press a key that nobody hears yet. Whoever
 * means the page before its scripts says `waitUntil: 'commit'`.
 */
export const test = base.extend<object, { everyContext: undefined }>({
  everyContext: [
    async ({ browser }, use) => {
      const newContext = browser.newContext.bind(browser)
      browser.newContext = async (options) => waitingIn(await newContext(options))
      await use(undefined)
      browser.newContext = newContext
    },
    { scope: 'worker', auto: true },
  ],
})

function waitingIn(context: BrowserContext): BrowserContext {
  context.on('page', (page) => {
    const { goto, reload } = page
    page.goto = async (url, options) => {
      const response = await goto.call(page, url, options)
      if (options?.waitUntil !== 'commit') await scriptsRun(page)
      return response
    }
    page.reload = async (options) => {
      const response = await reload.call(page, options)
      if (options?.waitUntil !== 'commit') await scriptsRun(page)
      return response
    }
  })
  return context
}

/** React has taken over every control, which it shows by a property of its own on each. */
async function scriptsRun(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const controls = [
      ...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea'),
    ]
    const isTakenOver = (control: Element) =>
      Object.keys(control).some((key) => key.startsWith('__reactProps$'))
    return document.readyState !== 'loading' && controls.every(isTakenOver)
  })
}
