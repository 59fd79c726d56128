import type { NavigationSection } from './shell-props'

/** How many things wait for a person, per section of an engagement. */
export interface NavigationCounts {
  imports?: number
  issues?: number
  flows?: number
}

/** The sections of an engagement, at its addresses. */
export function engagementNavigation(
  clientSlug: string,
  engagementSlug: string,
  counts: NavigationCounts = {},
): NavigationSection {
  const root = `/${clientSlug}/${engagementSlug}`
  return {
    items: [
      { href: root, label: 'Dashboard', icon: 'dashboard', exact: true },
      { href: `${root}/imports`, label: 'Imports', icon: 'imports', count: counts.imports },
      { href: `${root}/inventory`, label: 'Inventory', icon: 'inventory' },
      { href: `${root}/issues`, label: 'Issues', icon: 'issues', count: counts.issues },
      { href: `${root}/flows`, label: 'Flows', icon: 'flows', count: counts.flows },
    ],
  }
}

/** The pages of platform admins. */
export const adminNavigation: NavigationSection = {
  label: 'Administration',
  items: [
    { href: '/admin/users', label: 'Users', icon: 'users' },
    { href: '/admin/clients', label: 'Clients', icon: 'clients' },
  ],
}
