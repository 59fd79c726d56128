import type { NavigationSection } from './shell-props'

/** How many things wait for a person, per section of an engagement. */
export interface NavigationCounts {
  imports?: number
  issues?: number
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
      {
        href: `${root}/imports`,
        label: 'Imports',
        icon: 'imports',
        count: counts.imports,
        // A flow is the way of an import.
        also: `${root}/flows`,
      },
      { href: `${root}/inventory`, label: 'Inventory', icon: 'inventory' },
      { href: `${root}/issues`, label: 'Issues', icon: 'issues', count: counts.issues },
    ],
  }
}
