import { performance } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser, BrowserContext, Page } from 'playwright'
import { countRenders, gatherVitals, type PageRenders, type PageVitals } from './in-page'
import type { Walk } from './prepare'
import { isRender } from './request-kind'
import type { Fact } from './screen'
import type { Stage } from './stage'
import type { ChosenFilters } from './truth'
import { type Part, type Step, walkSteps } from './walk'

/** What one step of one walk cost and showed. */
export interface StepTaken extends PageVitals {
  part: Part
  step: string
  /** From what the person did until what they waited for stood there. */
  ms: number
  requests: number
  /** Of these, files of the build: they come once to a browser. */
  files: number
  bytes: number
  scriptBytes: number
  renders: number
  notModified: number
  statements: number
  redisCommands: number
  /** Each request, as `200 GET payload /path`. */
  served: string[]
  facts: number
  /** What was shown although it was no longer so. */
  wrong: Fact[]
  react: PageRenders | null
}

/** A step that is not there by then has failed. */
const longestWait = 30_000
/** Nothing on its way for so long: whatever a step has set off is over. */
const rest = 600
/** A page with a stream or a poll of its own is never at rest for good. */
const longestRest = 10_000

/**
 * Walks once, in a browser that has never been there.
 * @param counting whether React's work is counted, which costs time
 */
export async function takeWalk(
  browser: Browser,
  stage: Stage,
  walk: Walk,
  filters: ChosenFilters,
  counting: boolean,
): Promise<StepTaken[]> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  try {
    await context.addInitScript(inPage(gatherVitals))
    if (counting) await context.addInitScript(inPage(countRenders))
    return await takeSteps(stage, walk, filters, context)
  } finally {
    await context.close()
  }
}

/** A function as a page's script; the compiler's name for naming functions is not known there. */
const inPage = (run: () => void) => ({
  content: `(() => { const __name = (named) => named; (${run})() })()`,
})

async function takeSteps(
  stage: Stage,
  walk: Walk,
  filters: ChosenFilters,
  context: BrowserContext,
): Promise<StepTaken[]> {
  const taken: StepTaken[] = []
  const first = await context.newPage()
  stage.front.take()
  let before = meters(stage)
  for (const step of walkSteps(stage, walk, context, first, filters)) {
    const began = performance.now()
    await step.act()
    await standsThere(step)
    const ms = performance.now() - began
    await atRest(stage)
    const vitals = await step.page().evaluate(() => window.takeVitals())
    const react = await step.page().evaluate(() => window.takeRenders?.() ?? null)
    const facts = await step.facts()
    const after = meters(stage)
    taken.push({
      part: step.part,
      step: step.name,
      ms,
      ...summed(stage.front.take()),
      statements: after.statements - before.statements,
      redisCommands: after.redisCommands - before.redisCommands,
      facts: facts.length,
      wrong: facts.filter(({ shown, true: so }) => shown !== so),
      react,
      ...vitals,
    })
    before = after
  }
  return taken
}

function meters(stage: Stage) {
  return { statements: stage.statements(), redisCommands: stage.redisCommands() }
}

function summed(served: ReturnType<Stage['front']['take']>) {
  const sum = (of: (one: (typeof served)[number]) => number) =>
    served.reduce((total, one) => total + of(one), 0)
  return {
    served: served.map(({ status, method, kind, path }) => `${status} ${method} ${kind} ${path}`),
    requests: served.length,
    files: sum(({ kind }) => Number(kind === 'file')),
    bytes: sum(({ bytes }) => bytes),
    scriptBytes: sum(({ isScript, bytes }) => (isScript ? bytes : 0)),
    renders: sum(({ kind, status }) => Number(isRender(kind, status))),
    notModified: sum(({ status }) => Number(status === 304)),
  }
}

/** Looked for at every frame, so that the time is that of the screen. */
async function standsThere({ name, until, page }: Step): Promise<void> {
  const { path, words, within = 'main' } = until
  const isThere = (wanted: Record<'path' | 'words' | 'within', string>) => {
    const { pathname, search } = location
    // The text of the nodes: that of the layout would have it made anew at every frame.
    const text = document.querySelector(wanted.within)?.textContent ?? ''
    return new RegExp(wanted.path).test(pathname + search) && new RegExp(wanted.words).test(text)
  }
  const wanted = { path: path.source, words: words.source, within }
  const tab: Page = page()
  try {
    await tab.waitForFunction(isThere, wanted, { polling: 'raf', timeout: longestWait })
  } catch (cause) {
    const seen = (await tab.locator('body').textContent()) ?? ''
    throw new Error(`"${name}" did not come at ${tab.url()}:\n${seen.slice(0, 2000)}`, { cause })
  }
}

async function atRest({ front }: Stage): Promise<void> {
  const end = performance.now() + longestRest
  let quietSince = performance.now()
  while (performance.now() - quietSince < rest && performance.now() < end) {
    await sleep(20)
    if (front.underWay() > 0) quietSince = performance.now()
  }
}
