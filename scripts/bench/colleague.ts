import { type Browser, chromium, type Page } from 'playwright'
import { findChromium } from '../../local/chromium.mjs'
import { signIn } from '../import/site-client'
import { analyst, bringDecidableColumns, type DecidableColumns } from './colleague/columns'
import { readOptions } from './colleague/options'
import { watchDecided } from './colleague/watch-page'
import { withSites } from './site'

const manager = { ...analyst, email: 'manager@portolan.test' }
const decidedTogether = 200
/** Turns that warm up what is compiled as it is used. */
const warming = 3

interface Turn {
  /** From the acknowledged write in one browser to the changed columns in the other. */
  milliseconds: number
  /** What the other browser asked the site for meanwhile. */
  requests: number
}

/**
 * What a colleague sees: two browsers on two processes, both on a mapping page. In one of them 200
 * columns are approved together, or taken back in turn; told is when the other one shows it. Prints
 * what it finds and judges nothing.
 * @param args `--tries N`: how often; 200 unless said
 */
export async function benchColleague(args: readonly string[] = []) {
  const { tries } = readOptions(args)
  return withSites(2, async ({ urls: [one = '', other = ''], ownerUrl }) => {
    const { file } = await findChromium()
    const browser = await chromium.launch({
      executablePath: file,
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    })
    try {
      const columns = await bringDecidableColumns(one, ownerUrl, decidedTogether)
      const acting = await open(browser, one, analyst, columns.path)
      const looking = await open(browser, other, manager, columns.path)
      return {
        tries,
        columns: decidedTogether,
        ...(await measure(acting, looking, columns, tries)),
      }
    } finally {
      await browser.close()
    }
  })
}

async function open(
  browser: Browser,
  url: string,
  person: typeof analyst,
  path: string,
): Promise<Page> {
  const client = await signIn({ url, ...person }, fetch)
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  const cookies = client.cookieHeader().split('; ')
  await context.addCookies(
    cookies.map((pair) => {
      const at = pair.indexOf('=')
      return { name: pair.slice(0, at), value: pair.slice(at + 1), url }
    }),
  )
  const page = await context.newPage()
  await page.goto(`${url}${path}`)
  await page.locator('[data-live="live"]').waitFor()
  return page
}

async function measure(acting: Page, looking: Page, columns: DecidableColumns, tries: number) {
  let requests = 0
  looking.on('request', (request) => {
    if (!new URL(request.url()).pathname.startsWith('/_next/')) requests += 1
  })
  const turns: Turn[] = []
  for (let turn = -warming; turn < tries; turn++) {
    const before = requests
    const approving = (turn + warming) % 2 === 0
    const shown = watchDecided(looking, approving ? decidedTogether : 0)
    const acknowledged = await columns.decide(acting, approving)
    const milliseconds = (await shown) - acknowledged
    if (turn >= 0) turns.push({ milliseconds, requests: requests - before })
  }
  const times = turns.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b)
  const asked = turns.map((turn) => turn.requests)
  return {
    largestMilliseconds: times.at(-1),
    medianMilliseconds: times[Math.floor(times.length / 2)],
    overOneSecond: times.filter((time) => time > 1000).length,
    requestsOfTheOther: {
      all: asked.reduce((sum, count) => sum + count, 0),
      most: Math.max(...asked),
    },
  }
}
