import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test, vi } from 'vitest'
import { AppShell } from './app-shell'
import { engagementNavigation } from './navigation'
import type { NavigationSection, ShellMembership } from './shell-props'

vi.mock('next/navigation', () => ({ usePathname: () => '/acme/erp/inventory/42' }))

const memberships = [
  {
    clientSlug: 'acme',
    clientName: 'Acme',
    engagementSlug: 'erp',
    engagementName: 'ERP',
    role: 'manager',
  },
  {
    clientSlug: 'acme',
    clientName: 'Acme',
    engagementSlug: 'dc',
    engagementName: 'Exit',
    role: 'viewer',
  },
  {
    clientSlug: 'other',
    clientName: 'Other',
    engagementSlug: 'erp',
    engagementName: 'ERP',
    role: 'analyst',
  },
]

const further: NavigationSection = {
  label: 'Administration',
  entry: { href: '/admin', label: 'Admin', icon: 'administration' },
  items: [{ href: '/admin/users', label: 'People', icon: 'users' }],
}

function shell(places: readonly ShellMembership[] = memberships): string {
  return renderToStaticMarkup(
    <AppShell
      user={{ name: 'Ada Marie King', email: 'ada@example.org', isAdmin: true }}
      memberships={places}
      current={{ clientSlug: 'acme', engagementSlug: 'erp' }}
      navigation={[engagementNavigation('acme', 'erp', { issues: 12, imports: 0 }), further]}
      switchAction={() => undefined}
      signOutAction={() => undefined}
    >
      <h1>Page</h1>
    </AppShell>,
  )
}

test('the section of a page below it is marked, the dashboard above it is not', () => {
  const marked = [
    ...shell().matchAll(
      /<a[^>]*aria-current="(\w+)"[^>]*href="([^"]+)"|<a[^>]*href="([^"]+)"[^>]*aria-current="(\w+)"/g,
    ),
  ]
  const addresses = new Set(marked.map(([, , before, after]) => before ?? after))
  expect([...addresses]).toEqual(['/acme/erp/inventory'])
})

test('every engagement can be switched to by a form, the present one is marked', () => {
  const html = shell()
  for (const { clientSlug, engagementSlug } of memberships) {
    expect(html).toContain(
      `name="client" value="${clientSlug}"/><input type="hidden" name="engagement" value="${engagementSlug}"/>`,
    )
  }
  expect(html.match(/<button type="submit" aria-current="true"/g)).toHaveLength(1)
})

test('many engagements are searched, few are not', () => {
  const many = Array.from({ length: 8 }, (_, index) => ({
    ...{ clientSlug: 'acme', clientName: 'Acme', role: 'viewer' },
    ...{ engagementSlug: `e${index}`, engagementName: `Engagement ${index}` },
  }))
  expect(shell(many)).toContain('Search engagements')
  expect(shell()).not.toContain('Search engagements')
})

test('a phone finds the way into a further section at its foot', () => {
  expect(shell()).toMatch(/<a[^>]*href="\/admin"/)
})

test('a skip link leads to the page', () => {
  const html = shell()
  expect(html).toContain('href="#main"')
  expect(html).toMatch(/<main id="main" tabindex="-1"/)
})

test('counts show when something waits', () => {
  expect(shell()).toContain('>12<')
  expect(shell()).not.toContain('>0<')
})
