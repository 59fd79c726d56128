import type { Column } from '@/components/data-table/column'
import { Mono } from '@/components/ui/code'
import { Status } from '@/components/ui/status'
import type { ClientAccountEntry } from '@/lib/domain/tenancy/schema'

/** "1 engagement", "3 engagements". */
export function engagementCount({ engagements }: ClientAccountEntry): string {
  return engagements === 1 ? '1 engagement' : `${engagements} engagements`
}

export const clientColumns: readonly Column<ClientAccountEntry>[] = [
  { key: 'name', header: 'Name', render: ({ name }) => name },
  {
    key: 'address',
    header: 'Address',
    from: 'tablet',
    render: ({ slug }) => <Mono>/{slug}</Mono>,
  },
  {
    key: 'engagements',
    header: 'Engagements',
    align: 'end',
    from: 'tablet',
    render: ({ engagements }) => engagements,
  },
  {
    key: 'status',
    header: 'Status',
    render: ({ archived }) => <Status status={archived ? 'archived' : 'active'} plain />,
  },
]
