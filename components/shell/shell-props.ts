import type { ReactNode } from 'react'

export interface ShellUser {
  name: string
  email: string
  isAdmin: boolean
}

export interface ShellMembership {
  clientSlug: string
  clientName: string
  engagementSlug: string
  engagementName: string
  /** The role in words, as it is shown beside the engagement. */
  role: string
}

export type NavigationIcon =
  | 'administration'
  | 'audit'
  | 'clients'
  | 'dashboard'
  | 'experience'
  | 'flags'
  | 'imports'
  | 'inventory'
  | 'issues'
  | 'requests'
  | 'users'

export interface NavigationItem {
  href: string
  label: string
  icon: NavigationIcon
  /** How many things wait there for a person; shown when above zero. */
  count?: number
  /** Current only at its very address, not below it. */
  exact?: boolean
  /** Pages below this address belong to it too. */
  also?: string
}

export interface NavigationSection {
  /** The heading of the section; the first one needs none. */
  label?: string
  /** One way into the section, where there is no room for all of its items. */
  entry?: NavigationItem
  items: readonly NavigationItem[]
}

/** A server action that takes a form: it ends with a redirect. */
export type ShellAction = (form: FormData) => void | Promise<void>

export interface ShellProps {
  user: ShellUser
  memberships: readonly ShellMembership[]
  /** Where the person is; left off on pages above the engagements. */
  current?: { clientSlug: string; engagementSlug: string }
  navigation: readonly NavigationSection[]
  /** Receives `client` and `engagement`, both slugs; remembers them and redirects. */
  switchAction: ShellAction
  signOutAction: ShellAction
  children: ReactNode
}
