import type { NavigationIcon, ShellProps } from '@/components/shell/shell-props'
import { can, roles } from '@/lib/base/roles'

export type CommandIcon =
  | NavigationIcon
  | 'asset'
  | 'dark'
  | 'download'
  | 'import'
  | 'keys'
  | 'light'
  | 'link'
  | 'sign-out'
  | 'switch'
  | 'system'

/** What happens when a command is chosen. */
export type Deed =
  | { kind: 'go'; href: string }
  /** Leads to what is no page. */
  | { kind: 'download'; href: string }
  | { kind: 'switch'; client: string; engagement: string }
  | { kind: 'theme'; theme: 'light' | 'dark' | 'system' }
  | { kind: 'copy-address' }
  | { kind: 'show-shortcuts' }
  | { kind: 'sign-out' }

export interface Command {
  id: string
  group: string
  label: string
  /** A word on it at the right: the client, the type of an asset. */
  detail?: string
  icon: CommandIcon
  /** Other words under which it is found. */
  keywords?: string
  /** The key that does the same. */
  keys?: string
  deed: Deed
}

type Asker = Pick<ShellProps, 'navigation' | 'memberships' | 'current'>

/** All that a person may do from anywhere; what their role does not allow is not among it. */
export function commandsFor(asker: Asker): Command[] {
  return [...deedsOf(asker), ...pagesOf(asker), ...switchesOf(asker), ...looks]
}

function deedsOf({ memberships, current }: Asker): Command[] {
  const here: Command[] = [
    {
      ...{ id: 'copy', group: 'Do', label: 'Copy the address of this page', icon: 'link' },
      ...{ keywords: 'link url share filters', deed: { kind: 'copy-address' } },
    },
    {
      ...{ id: 'keys', group: 'Do', label: 'Show the keys of this page', icon: 'keys', keys: '?' },
      ...{ keywords: 'keyboard shortcuts help', deed: { kind: 'show-shortcuts' } },
    },
    {
      ...{ id: 'sign-out', group: 'Do', label: 'Sign out', icon: 'sign-out' },
      ...{ keywords: 'log out leave', deed: { kind: 'sign-out' } },
    },
  ]
  const place = memberships.find((one) => isAt(one, current))
  const role = roles.find((one) => one === place?.role)
  if (place === undefined || role === undefined) return here
  const root = `/${place.clientSlug}/${place.engagementSlug}`
  const inPlace: Command[] = []
  if (can(role, 'import.create')) {
    inPlace.push({
      ...{ id: 'import', group: 'Do', label: 'Import a file', icon: 'import' },
      ...{ keywords: 'upload csv new', deed: { kind: 'go', href: `${root}/imports/new` } },
    })
  }
  inPlace.push({
    ...{ id: 'export', group: 'Do', label: 'Export the inventory as CSV', icon: 'download' },
    ...{ keywords: 'download assets', deed: { kind: 'download', href: exportOf(root) } },
  })
  return [...inPlace, ...here]
}

const exportOf = (root: string) => `/api${root}/assets/export`

function isAt(one: ShellProps['memberships'][number], current: Asker['current']): boolean {
  return one.clientSlug === current?.clientSlug && one.engagementSlug === current.engagementSlug
}

function pagesOf({ navigation }: Asker): Command[] {
  return navigation.flatMap(({ label: section, items }) =>
    items.map(
      ({ href, label, icon }): Command => ({
        ...{ id: href, group: 'Go to', label, icon, detail: section },
        deed: { kind: 'go', href },
      }),
    ),
  )
}

function switchesOf({ memberships, current }: Asker): Command[] {
  return memberships
    .filter((one) => !isAt(one, current))
    .map(
      ({ clientSlug: client, engagementSlug: engagement, ...names }): Command => ({
        id: `switch /${client}/${engagement}`,
        group: 'Switch to',
        label: names.engagementName,
        detail: names.clientName,
        icon: 'switch',
        keywords: 'client engagement',
        deed: { kind: 'switch', client, engagement },
      }),
    )
}

const themes = [
  { theme: 'light', label: 'Light' },
  { theme: 'dark', label: 'Dark' },
  { theme: 'system', label: 'As the system has it' },
] as const

const looks: Command[] = themes.map(({ theme, label }) => ({
  id: theme,
  group: 'Theme',
  label,
  icon: theme,
  keywords: 'theme colour appearance mode',
  deed: { kind: 'theme', theme },
}))
