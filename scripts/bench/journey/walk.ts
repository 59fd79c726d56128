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

/** The standard walk in a browser that was never there, and its pages again in the same one. */
export const parts = ['first', 'again'] as const
export type Part = (typeof parts)[number]

export interface Step {
  part: Part
  name: string
  /** What the person does. */
  act(): Promise<unknown>
  /** When it is there: the address, and words that the finished page has, in its main part unless it says; nothing is busy. */
  until: { path: RegExp; words: RegExp; within?: 'main' | 'body' }
  /** What the screen shows beside what is so. */
  facts(): Promise<Fact[]>
  /** The tab in which it happens. */
  page(): Page
}

type Visit = Omit<Step, 'part' | 'page'>

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
  const signIn: Visit = {
    name: 'sign in',
    act: async () => {
      await page.goto(`${front.url}/sign-in`)
      await page.getByLabel('E-mail').fill(walk.email)
      await page.getByLabel('Password').fill(demoPassword)
      await page.getByRole('button', { name: 'Sign in' }).click()
    },
    until: { path: exactly(home), words: /Nothing is charted yet/ },
    facts: async () => [landingFact(page, await truth())],
  }
  const switchEngagement: Visit = {
    name: 'switch engagement',
    act: async () => {
      await page.getByRole('button', { name: /switch engagement/ }).click()
      await page.getByRole('button', { name: /^Data centre exit/ }).click()
    },
    until: onDashboard,
    facts: dashboard,
  }
  const mappingPage: Visit = {
    name: 'mapping page',
    act: () =>
      page
        .getByRole('listitem')
        .filter({ hasText: walk.fileName })
        .getByRole('link', { name: 'Review columns' })
        .click(),
    until: { path: /\/mapping$/, words: /Auto-mapped/ },
    facts: async () => mappingFacts(page, await truth()),
  }
  const approve: Visit = {
    name: `approve ${columns.recognised}`,
    act: () =>
      page.getByRole('button', { name: `Approve ${columns.recognised} auto-mapped` }).click(),
    until: {
      path: /\/mapping$/,
      words: new RegExp(`${columns.recognised} columns approved`),
      within: 'body',
    },
    facts: async () => mappingFacts(page, await truth()),
  }
  const secondTab: Visit = {
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
  }
  const comeBack: Visit = {
    name: 'dashboard, by its address',
    act: () => page.goto(`${front.url}${place}`),
    until: onDashboard,
    facts: dashboard,
  }
  const onwards: Visit[] = [
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
  ]
  const visits: Record<Part, Visit[]> = {
    first: [signIn, switchEngagement, mappingPage, approve, ...onwards, secondTab],
    again: [comeBack, mappingPage, ...onwards],
  }
  return parts.flatMap((part) =>
    visits[part].map((visit) => ({ ...visit, part, page: () => page })),
  )
}

function filterSteps(
  database: Stage['database'],
  chosen: ChosenFilters,
  page: () => Page,
): Visit[] {
  const labels = { type: 'Type', environment: 'Environment', power: 'Power state' } as const
  const names = ['type', 'environment', 'power'] as const
  return names.map((name, index) => ({
    name: `filter: ${labels[name].toLowerCase()}`,
    act: async () => {
      const select = page().getByLabel(labels[name], { exact: true })
      // Chosen by a program it would be no input, and what moves by it would count as unasked for.
      await select.press('Home')
      await select.selectOption(chosen[name])
    },
    until: { path: new RegExp(`^${place}/inventory\\?.*${name}=`), words: /\d assets?/ },
    facts: async () => {
      const set = names.slice(0, index + 1).map((one) => [one, chosen[one]])
      return inventoryFacts(page(), await countAssets(database, Object.fromEntries(set)))
    },
  }))
}

const exactly = (path: string) => new RegExp(`^${path}$`)
