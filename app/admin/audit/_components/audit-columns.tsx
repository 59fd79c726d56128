import type { Column } from '@/components/data-table/column'
import { NotKnown } from '@/components/ui/description-list'
import { type AuditLine, auditWords } from '@/lib/domain/audit/schema'

const moment = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'medium',
  timeStyle: 'medium',
  timeZone: 'UTC',
})

/** "Acme / Data centre exit", or what there is of it. */
export function placeOf({ clientName, engagementName }: AuditLine): string {
  return [clientName, engagementName].filter((name) => name !== null).join(' / ')
}

/** Whom or what it was done to, unless that says nothing that the line does not say anyway. */
function subjectOf({ subjectType, subjectId, subjectName, actor }: AuditLine): string {
  if (subjectType === 'user') {
    if (subjectId === actor?.id) return ''
    return subjectName ?? 'An unknown address'
  }
  return subjectType.replaceAll('_', ' ')
}

/** The facts of a line in one row of words; what is deeper is counted. */
function factsOf({ detail }: AuditLine): string {
  return Object.entries(detail ?? {})
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => `${name}: ${typeof value === 'object' ? JSON.stringify(value) : value}`)
    .join(', ')
    .slice(0, 300)
}

export const auditColumns: readonly Column<AuditLine>[] = [
  {
    key: 'at',
    header: 'When',
    unit: 'UTC',
    render: ({ at }) => <time dateTime={at}>{moment.format(new Date(at))}</time>,
  },
  {
    key: 'actor',
    header: 'Who',
    from: 'tablet',
    render: ({ actor }) => (actor ? <span title={actor.email}>{actor.name}</span> : <NotKnown />),
  },
  { key: 'action', header: 'What', from: 'tablet', render: ({ action }) => auditWords(action) },
  { key: 'subject', header: 'To', from: 'tablet', render: (line) => subjectOf(line) },
  { key: 'place', header: 'Where', from: 'desktop', render: placeOf },
  { key: 'facts', header: 'Facts', from: 'desktop', grow: true, render: factsOf },
]
