import type { BrowserContext, Page } from 'playwright'
import { demoPassword } from '@/db/seed/demo'
import { columns, home, place, type Walk } from './prepare'
import {
  assetFacts,
  dashboardFacts,
  type Fact,
  inventoryFacts,
  landingFact,
  mappingFacts,
} from './screen'
import type { Stage } from './stage'
import { type ChosenFilters, countAssets, nameOfAsset, readTruth } from './truth'

export interface Step {
  name: string
  /** What the person does. */
  act(): Promise<unknown>
  /** When it is there: the address, and words that the finished page has, in its main part unless it says. */
  until: { path: RegExp; words: RegExp; within?: 'main' | 'body' }
  /** What the screen shows beside what is so. */
  facts(): Promise<Fact[]>
  /** The tab in which it happens. */
  page(): Page
}

/** The standard walk of one person, step by step. */
export function walkSteps(
  { front, database }: Stage,
  walk: Walk,
  context: BrowserContext,
  first: Page,
  filters: ChosenFilters,
): Step[] {
  let page = first
  const truth = () => readTruth(database, walk)
  const section = (name: string) =>
    page.getByRole('navigation').getByRole('link', { name, exact: true }).first()
  const onDashboard = { path: exactly(place), words: /Recent imports/ }
  const dashboard = async () => dashboardFacts(page, walk.fileName, await truth())
  const asset = async () => {
    const id = new URL(page.url()).pathname.split('/').at(-1) ?? ''
    return assetFacts(page, await nameOfAsset(database, id))
  }
  const onAsset = { path: new RegExp(`^${place}/inventory/[\\w-]+$`), words: /Sources/ }
  const steps: Omit<Step, 'page'>[] = [
    {
      name: 'sign in',
      act: async () => {
        await page.goto(`${front.url}/sign-in`)
        await page.getByLabel('E-mail').fill(walk.email)
        await page.getByLabel('Password').fill(demoPassword)
        await page.getByRole('button', { name: 'Sign in' }).click()
      },
      until: { path: exactly(home), words: /Nothing is charted yet/ },
      facts: async () => [landingFact(page, await truth())],
    },
    {
      name: 'switch engagement',
      act: async () => {
        await page.getByRole('button', { name: /switch engagement/ }).click()
        await page.getByRole('button', { name: /^Data centre exit/ }).click()
      },
      until: onDashboard,
      facts: dashboard,
    },
    {
      name: 'mapping page',
      act: () =>
        page
          .getByRole('listitem')
          .filter({ hasText: walk.fileName })
          .getByRole('link', { name: 'Review columns' })
          .click(),
      until: { path: /\/mapping$/, words: /Auto-mapped/ },
      facts: async () => mappingFacts(page, await truth()),
    },
    {
      name: `approve ${columns.recognised}`,
      act: () =>
        page.getByRole('button', { name: `Approve ${columns.recognised} auto-mapped` }).click(),
      until: {
        path: /\/mapping$/,
        words: new RegExp(`${columns.recognised} columns approved`),
        within: 'body',
      },
      facts: async () => mappingFacts(page, await truth()),
    },
    {
      name: 'inventory',
      act: () => section('Inventory').click(),
      until: { path: exactly(`${place}/inventory`), words: /\d assets/ },
      facts: async () => inventoryFacts(page, await countAssets(database, {})),
    },
    ...filterSteps(database, filters, () => page),
    {
      name: 'asset',
      act: () => page.locator('tbody').getByRole('link').first().click(),
      until: onAsset,
      facts: asset,
    },
    {
      name: 'dashboard',
      act: () => section('Dashboard').click(),
      until: onDashboard,
      facts: dashboard,
    },
    { name: 'back', act: () => page.goBack(), until: onAsset, facts: asset },
    { name: 'reload', act: () => page.reload(), until: onAsset, facts: asset },
    {
      name: 'second tab',
      act: async () => {
        page = await context.newPage()
        await page.goto(front.url)
      },
      // Wherever it leads to is looked at.
      until: { path: /^\/\w+\/[\w-]+$/, words: /Recent imports|Nothing is charted yet/ },
      facts: async () => {
        const now = await truth()
        const landing = landingFact(page, now)
        if (landing.shown !== landing.true) return [landing]
        return [landing, ...(await dashboardFacts(page, walk.fileName, now))]
      },
    },
  ]
  return steps.map((step) => ({ ...step, page: () => page }))
}

function filterSteps(
  database: Stage['database'],
  chosen: ChosenFilters,
  page: () => Page,
): Omit<Step, 'page'>[] {
  const labels = { type: 'Type', environment: 'Environment', power: 'Power state' } as const
  const set: Partial<ChosenFilters> = {}
  return (['type', 'environment', 'power'] as const).map((name) => ({
    name: `filter: ${labels[name].toLowerCase()}`,
    act: async () => {
      set[name] = chosen[name]
      await page().getByLabel(labels[name], { exact: true }).selectOption(chosen[name])
    },
    until: { path: new RegExp(`^${place}/inventory\\?.*${name}=`), words: /\d assets?\b/ },
    facts: async () => inventoryFacts(page(), await countAssets(database, set)),
  }))
}

const exactly = (path: string) => new RegExp(`^${path}$`)
