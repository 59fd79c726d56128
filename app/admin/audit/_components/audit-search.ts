import { isUuid } from '@/lib/base/ids'
import { type AuditAction, type AuditSearch, auditActions } from '@/lib/domain/audit/schema'

type Params = Readonly<Record<string, string | string[] | undefined>>

const hour = 3600

/** How far back the page looks; seconds. */
const periods: Readonly<Record<string, { label: string; seconds: number }>> = {
  hour: { label: 'The last hour', seconds: hour },
  day: { label: 'The last 24 hours', seconds: 24 * hour },
  week: { label: 'The last 7 days', seconds: 7 * 24 * hour },
  month: { label: 'The last 30 days', seconds: 30 * 24 * hour },
}

export const periodOptions = Object.entries(periods).map(([value, { label }]) => ({ value, label }))

export const actionOptions = Object.entries(auditActions)
  .map(([value, label]) => ({ value, label }))
  .sort((a, b) => a.label.localeCompare(b.label))

const text = (value: string | string[] | undefined) => (typeof value === 'string' ? value : '')

/** A text as the database can hold it: without the character of code 0. */
const storable = (value: string | string[] | undefined) => text(value).replaceAll('\0', '')

/** What an address asks for; what it says wrongly narrows nothing. */
export function auditSearchOf(params: Params, now: Date): AuditSearch {
  const action = text(params.action)
  const period = Object.hasOwn(periods, text(params.since))
    ? periods[text(params.since)]
    : undefined
  const cursor = text(params.cursor)
  return {
    person: storable(params.person).trim().slice(0, 100),
    action: Object.hasOwn(auditActions, action) ? (action as AuditAction) : null,
    client: storable(params.client).slice(0, 100) || null,
    from: period ? new Date(now.getTime() - period.seconds * 1000).toISOString() : null,
    after: isUuid(cursor) ? cursor : null,
  }
}
