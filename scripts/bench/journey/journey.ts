import { type Browser, chromium } from 'playwright'
import { buildSite } from '../../../local/build.mjs'
import { findChromium } from '../../../local/chromium.mjs'
import { prepareEnding } from '../../../local/ending.mjs'
import { say } from '../../../local/report.mjs'
import { startTestFarEnds } from '../../../local/test-far-ends.mjs'
import { addUp, type Figures, medians } from './figures'
import { type HitRatio, hitRatioSince, settledCounts } from './hit-ratio'
import type { PageRenders } from './in-page'
import { mostWalks } from './prepare'
import { type Stage, setStage } from './stage'
import { type StepTaken, takeWalk } from './take-walk'
import { type ChosenFilters, chooseFilters } from './truth'
import type { Part } from './walk'
import { type WayName, wayNames } from './ways'

export interface WalkTaken {
  way: WayName
  /** From 1, in the order in which they were taken, the ways in turn. */
  round: number
  steps: StepTaken[]
}

export interface PartFigures {
  total: Figures
  steps: Record<string, Figures>
  react: PageRenders
}

export interface WayFigures {
  parts: Record<Part, PartFigures>
  hits: HitRatio
}

export interface JourneyFigures {
  rounds: number
  ways: Record<WayName, WayFigures>
  /** As they were taken, without the one of each way that came first. */
  walks: WalkTaken[]
  /** Those in which React's work was counted; they also warm up. */
  counted: WalkTaken[]
}

/** One walk of each way is for counting React's work and for warming up. */
export const mostRounds = mostWalks - 1

/**
 * Walks through the built site in a real browser, by the old way and by the new one in turn, each on
 * two processes, a database and flags of its own, and compares what it cost and what was shown.
 */
export async function benchJourney(rounds: number): Promise<JourneyFigures> {
  const ending = prepareEnding()
  try {
    const { file } = await findChromium()
    await buildSite()
    const farEnds = await startTestFarEnds()
    ending.beforeEnd(farEnds.stop)
    const stages: Stage[] = []
    for (const way of wayNames) {
      const ends: (() => unknown)[] = []
      ending.beforeEnd(async () => {
        for (const end of ends.reverse()) await end()
      })
      stages.push(await setStage(farEnds, way, rounds + 1, ends))
    }
    const browser = await chromium.launch({
      executablePath: file,
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    })
    ending.beforeEnd(() => browser.close())
    return await walkInTurn(browser, stages, rounds)
  } finally {
    await ending.end()
  }
}

async function walkInTurn(
  browser: Browser,
  stages: readonly Stage[],
  rounds: number,
): Promise<JourneyFigures> {
  const [someStage] = stages
  if (!someStage) throw new RangeError('There is no way to walk')
  const filters = await chooseFilters(someStage.database)
  const counted = await walkRound(browser, stages, 0, filters)
  const before = await Promise.all(stages.map(settledCounts))
  const walks: WalkTaken[] = []
  for (let round = 1; round <= rounds; round += 1) {
    walks.push(...(await walkRound(browser, stages, round, filters)))
  }
  const figures: Partial<Record<WayName, WayFigures>> = {}
  for (const [index, stage] of stages.entries()) {
    const of = (walk: WalkTaken) => walk.way === stage.way
    const partOf = (part: Part) => figuresOf(part, walks.filter(of), counted.filter(of))
    figures[stage.way] = {
      parts: { first: partOf('first'), again: partOf('again') },
      hits: await hitRatioSince(stage, before[index] ?? new Map()),
    }
  }
  return { rounds, ways: figures as JourneyFigures['ways'], walks, counted }
}

async function walkRound(
  browser: Browser,
  stages: readonly Stage[],
  round: number,
  filters: ChosenFilters,
): Promise<WalkTaken[]> {
  const taken: WalkTaken[] = []
  for (const stage of stages) {
    const walk = stage.walks[round]
    if (!walk) throw new RangeError('Not enough walks were prepared')
    const steps = await takeWalk(browser, stage, walk, filters, round === 0)
    taken.push({ way: stage.way, round, steps })
    const { ms, wrong } = addUp(steps)
    say(`  ${stage.way} way, walk ${round}: ${Math.round(ms)} ms, ${wrong} wrong screens`)
  }
  return taken
}

function figuresOf(
  part: Part,
  walks: readonly WalkTaken[],
  counted: readonly WalkTaken[],
): PartFigures {
  const stepsOf = ({ steps }: WalkTaken) => steps.filter((step) => step.part === part)
  const names = walks[0] ? stepsOf(walks[0]).map(({ step }) => step) : []
  const ofStep = (name: string) =>
    medians(walks.map((walk) => addUp(stepsOf(walk).filter(({ step }) => step === name))))
  return {
    total: medians(walks.map((walk) => addUp(stepsOf(walk)))),
    steps: Object.fromEntries(names.map((name) => [name, ofStep(name)])),
    react: reactOf(counted.flatMap(stepsOf)),
  }
}

function reactOf(steps: readonly StepTaken[]): PageRenders {
  const sum = { commits: 0, reRenders: 0, mounts: 0 }
  for (const { react } of steps) {
    if (!react) continue
    sum.commits += react.commits
    sum.reRenders += react.reRenders
    sum.mounts += react.mounts
  }
  return sum
}
