import type { Page } from 'playwright'
import type { Truth } from './truth'

/** One thing that a screen shows, beside what the database says of it. */
export interface Fact {
  what: string
  shown: string | number
  true: string | number
}

/** The first group of a pattern in the text of a page, as a number. */
function numberIn(text: string, pattern: RegExp): number {
  const [, digits] = pattern.exec(text) ?? []
  if (digits === undefined) throw new Error(`The screen has nothing like ${pattern}`)
  return Number(digits.replaceAll(',', ''))
}

const mainText = async (page: Page) => (await page.locator('main').textContent()) ?? ''

/** In which engagement the person has arrived. */
export function landingFact(page: Page, truth: Truth): Fact {
  return { what: 'landing', shown: new URL(page.url()).pathname, true: truth.landing }
}

/** The figures of the inventory, and how the columns of a file stand. */
export async function dashboardFacts(page: Page, fileName: string, truth: Truth): Promise<Fact[]> {
  const text = await mainText(page)
  // Another engagement's dashboard does not have the file; that is its fault, not the walk's.
  const row = text.slice(text.indexOf(fileName))
  const { approved, recognised, toReview } = truth.columns
  return [
    { what: 'approved', shown: numberIn(row, /([\d,]+) approved/), true: approved },
    { what: 'suggested', shown: numberIn(row, /([\d,]+) suggested/), true: recognised },
    { what: 'to review', shown: numberIn(row, /([\d,]+) to review/), true: toReview },
    { what: 'assets', shown: numberIn(text, /Assets\s*([\d,]+)/), true: truth.assets },
    {
      what: 'open issues',
      shown: numberIn(text, /Open issues\s*([\d,]+)/),
      true: truth.openIssues,
    },
  ]
}

/** How many columns stand in each lane. */
export async function mappingFacts(page: Page, { columns }: Truth): Promise<Fact[]> {
  const text = await mainText(page)
  return [
    {
      what: 'auto-mapped',
      shown: numberIn(text, /Auto-mapped\s*([\d,]+)/),
      true: columns.recognised,
    },
    {
      what: 'needs review',
      shown: numberIn(text, /Needs review\s*([\d,]+)/),
      true: columns.toReview,
    },
    { what: 'approved', shown: numberIn(text, /Approved\s*([\d,]+)/), true: columns.approved },
  ]
}

/** How many assets pass the filters that are set. */
export async function inventoryFacts(page: Page, count: number): Promise<Fact[]> {
  const pages = page.getByRole('navigation', { name: 'Pages of the inventory' })
  const shown = numberIn((await pages.textContent()) ?? '', /([\d,]+) assets?/)
  return [{ what: 'assets that match', shown, true: count }]
}

/** Whose page it is. */
export async function assetFacts(page: Page, name: string): Promise<Fact[]> {
  const shown = (await page.getByRole('heading', { level: 1 }).textContent()) ?? ''
  return [{ what: 'name', shown, true: name }]
}
