import type { NavigationSection } from '@/components/shell/shell-props'

/** The pages of administrators. */
export const adminSection: NavigationSection = {
  label: 'Administration',
  items: [
    { href: '/admin/requests', label: 'Requests', icon: 'users' },
    { href: '/admin/users', label: 'People', icon: 'users' },
  ],
}
