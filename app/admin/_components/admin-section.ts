import type { NavigationSection } from '@/components/shell/shell-props'

/** The pages of administrators. */
export const adminSection: NavigationSection = {
  label: 'Administration',
  entry: { href: '/admin', label: 'Admin', icon: 'administration' },
  items: [
    { href: '/admin/requests', label: 'Requests', icon: 'requests' },
    { href: '/admin/users', label: 'People', icon: 'users' },
    { href: '/admin/clients', label: 'Clients', icon: 'clients' },
    { href: '/admin/flags', label: 'Flags', icon: 'flags' },
    { href: '/admin/experience', label: 'Experience', icon: 'experience' },
    { href: '/admin/audit', label: 'Audit log', icon: 'audit' },
  ],
}
