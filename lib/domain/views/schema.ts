import * as z from 'zod'
import { can, type Role } from '@/lib/base/roles'

/** The lists that views can be kept of, with what their addresses say and what goes without saying. */
const lists = {
  inventory: {
    parameters: ['q', 'type', 'environment', 'os', 'power', 'sort'],
    unsaid: { sort: 'name' },
  },
  issues: { parameters: ['rule', 'state'], unsaid: { state: 'open' } },
} as const

export const viewScreens = ['inventory', 'issues'] as const
export type ViewScreen = (typeof viewScreens)[number]

type Parameters = Readonly<Record<string, string | readonly string[] | undefined>>

/**
 * What an address says of its list, in one order: equal views are equal texts. The place in the list
 * and what means nothing to it are left out.
 */
export function viewQueryOf(screen: ViewScreen, parameters: Parameters): string {
  const { unsaid } = lists[screen]
  const said = new Map<string, string>(Object.entries(unsaid))
  const entries = lists[screen].parameters.flatMap((name) =>
    [...new Set([parameters[name] ?? []].flat())]
      .map((value) => value.trim())
      .filter((value) => value !== '' && said.get(name) !== value)
      .toSorted()
      .map((value) => [name, value]),
  )
  return new URLSearchParams(entries).toString()
}

/** The same of the text after an address' question mark. */
export function normaliseViewQuery(screen: ViewScreen, query: string): string {
  const given = new URLSearchParams(query)
  return viewQueryOf(
    screen,
    Object.fromEntries([...given.keys()].map((name) => [name, given.getAll(name)])),
  )
}

const id = z.uuid()
const name = z.string().trim().min(1, 'Enter a name.').max(80, 'Enter at most 80 characters.')
const query = z.string().max(2000)
const version = z.coerce.number().int().min(1)
/** A form sends text; its box says `on` or nothing. */
const box = z.union([
  z.boolean(),
  z.enum(['on', 'true', 'false']).transform((text) => text !== 'false'),
])

export const keepViewSchema = z.object({
  screen: z.enum(viewScreens),
  name,
  query,
  shared: box.default(false),
})
export type KeepView = z.infer<typeof keepViewSchema>

/** What is not said stays as it is. */
export const changeViewSchema = z.object({
  id,
  version,
  name: name.optional(),
  query: query.optional(),
  shared: box.optional(),
})
export type ChangeView = z.infer<typeof changeViewSchema>

export const removeViewSchema = z.object({ id, version })
export type RemoveView = z.infer<typeof removeViewSchema>

export const restoreViewSchema = z.object({ id })
export type RestoreView = z.infer<typeof restoreViewSchema>

/** Whose views are looked for: their own, and what is shared with them. */
export interface ViewsOf {
  screen: ViewScreen
  userId: string
}

export interface SavedView {
  id: string
  name: string
  query: string
  shared: boolean
  ownerId: string
  ownerName: string
  version: number
}

export interface ChangedView {
  id: string
  version: number
}

/** Whether somebody may change and remove a view: their own, and as a manager what is shared. */
export function mayChangeView(
  asker: { userId: string; role: Role },
  view: Pick<SavedView, 'ownerId' | 'shared'>,
): boolean {
  return view.ownerId === asker.userId || (view.shared && can(asker.role, 'view.curate'))
}
