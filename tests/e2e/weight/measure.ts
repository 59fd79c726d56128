import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser, BrowserContext } from '@playwright/test'
import { siteUrls } from '../../support/sites'
import { people } from '../support/people'
import { apiWith, sessionOf } from '../support/sessions'
import { openRoutes, signedInRoutes } from './routes'

/** A script that the browser loaded, with the bytes of its body as they were sent. */
export interface LoadedScript {
  file: string
  bytes: number
}

export interface RouteWeight {
  route: string
  scripts: LoadedScript[]
}

/** Pages that are open at once: most of a visit is waiting. */
const tabs = 3
/** A page is at rest when for so long no script has come; milliseconds. */
const rest = 500

/** Every page of the site: those before signing in as a visitor, the others as an administrator. */
export async function weighSite(browser: Browser): Promise<RouteWeight[]> {
  const [baseURL] = siteUrls()
  const session = await sessionOf(people.admin)
  const admin = await apiWith(session, baseURL)
  const visitor = await browser.newContext({ baseURL })
  const member = await browser.newContext({
    baseURL,
    storageState: { cookies: [session], origins: [] },
  })
  const weights = [
    ...(await weighRoutes(visitor, openRoutes())),
    ...(await weighRoutes(member, await signedInRoutes(admin))),
  ]
  await Promise.all([visitor.close(), member.close(), admin.dispose()])
  return weights
}

/** Visits every address and notes the scripts that each of them loads until it is at rest. */
async function weighRoutes(
  context: BrowserContext,
  addresses: ReadonlyMap<string, string>,
): Promise<RouteWeight[]> {
  const left = [...addresses]
  const weights: RouteWeight[] = []
  const work = async () => {
    const page = await context.newPage()
    for (let next = left.shift(); next; next = left.shift()) {
      const [route, address] = next
      const answer = await page.goto(address)
      if (answer?.status() !== 200) throw new Error(`${address} is ${answer?.status()}`)
      await page.waitForFunction(isAtRest, rest)
      weights.push({ route, scripts: await page.evaluate(loadedScripts) })
    }
    await page.close()
  }
  await Promise.all(Array.from({ length: tabs }, work))
  return weights.sort((one, other) => one.route.localeCompare(other.route))
}

/** Runs in the browser. */
function isAtRest(milliseconds: number): boolean {
  if (document.readyState !== 'complete') return false
  const entries = performance.getEntriesByType('resource') as PerformanceResourceTiming[]
  const last = Math.max(0, ...entries.map(({ startTime, responseEnd }) => responseEnd || startTime))
  const [visit] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  return performance.now() - Math.max(last, visit?.loadEventEnd ?? 0) > milliseconds
}

/** Runs in the browser. What came from its cache has the size that it once came with. */
function loadedScripts(): LoadedScript[] {
  const entries = performance.getEntriesByType('resource') as PerformanceResourceTiming[]
  const scripts = entries
    .map(({ name, encodedBodySize }) => ({ file: new URL(name).pathname, bytes: encodedBodySize }))
    .filter(({ file }) => file.endsWith('.js'))
  return [...new Map(scripts.map((script) => [script.file, script])).values()]
}

/** The framework's own files: what an empty page of this build would load, and every page does. */
export function frameworkFiles(): Set<string> {
  const file = path.join(import.meta.dirname, '..', '..', '..', '.next', 'build-manifest.json')
  const { rootMainFiles } = JSON.parse(readFileSync(file, 'utf8'))
  return new Set(rootMainFiles.map((name: string) => `/_next/${name}`))
}
