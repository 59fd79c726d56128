import type { Column } from '@/components/data-table/column'
import { NotKnown } from '@/components/ui/description-list'
import { Status } from '@/components/ui/status'
import type { UserEntry } from '@/lib/domain/users/schema'
import { ResetLinkButton } from './reset-link-button'

/** "Acme Industries / Data centre exit (analyst)" for each place. */
export function membershipLines(user: UserEntry): string[] {
  const places = user.memberships.map(
    ({ clientName, engagementName, role }) => `${clientName} / ${engagementName} (${role})`,
  )
  return user.isAdmin ? ['All engagements (admin)', ...places] : places
}

export const userColumns: readonly Column<UserEntry>[] = [
  { key: 'name', header: 'Name', render: (user) => user.name },
  { key: 'email', header: 'E-mail', from: 'tablet', render: (user) => user.email },
  {
    key: 'status',
    header: 'Status',
    render: (user) => <Status status={user.status} plain />,
  },
  {
    key: 'memberships',
    header: 'Engagements',
    from: 'tablet',
    render: (user) => <Memberships lines={membershipLines(user)} />,
  },
  {
    key: 'actions',
    header: 'Actions',
    align: 'end',
    interactive: true,
    hideHeader: true,
    render: (user) =>
      user.status === 'disabled' ? null : <ResetLinkButton userId={user.id} name={user.name} />,
  },
]

function Memberships({ lines }: { lines: readonly string[] }) {
  if (lines.length === 0) return <NotKnown />
  return (
    <ul className="py-1">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}
