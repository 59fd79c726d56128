import { type CleansingRule, proposeClearing } from './rule'

/** Attributes that tell of something that has happened. */
const pastOnly = new Set([
  'purchase_date',
  'install_date',
  'review_date',
  'first_discovered',
  'last_discovered',
  'created_at',
  'updated_at',
  'boot_time',
  'last_backup',
])

/** Sources seldom name their time zone; the earliest is 14 hours ahead. */
const DAY = 86_400_000

export const futureDate: CleansingRule = {
  id: 'future_date',
  title: 'Dates in the future',
  description: 'Dates of things that have happened, such as a purchase, that are still to come.',
  appliesTo: ({ name }) => pastOnly.has(name),
  examine(subject, { now }) {
    const { value } = subject
    const at = typeof value === 'string' ? readDate(value) : Number.NaN
    if (Number.isNaN(at) || at <= now.getTime() + DAY) return null
    const reason = `${String(value).slice(0, 10)} is still to come, and it is the date of something past.`
    return proposeClearing(subject, reason)
  },
}

/** The first day of the calendars of spreadsheets, Unix, Windows, FAT and databases. */
const zeroDays =
  /^(?:0000-00-00|0001-01-01|1601-01-01|1899-12-3[01]|1900-01-0[01]|1904-01-01|1970-01-01|1980-01-01)/
const writtenZeroDays = /^(?:0{1,2}[./-]0{1,2}[./-]0{2,4}|0?1[./-]0?1[./-]0001)/

export const zeroDate: CleansingRule = {
  id: 'zero_date',
  title: 'Empty dates',
  description: 'The first day of some calendar (1900-01-01, 1970-01-01), written for “no date”.',
  appliesTo: ({ type }) => type === 'date' || type === 'datetime',
  examine(subject) {
    const { raw, value } = subject
    const written = raw.trim()
    const isZero = [String(value), written].some((text) => zeroDays.test(text))
    if (!isZero && !writtenZeroDays.test(written)) return null
    return proposeClearing(subject, `${written} is how programs write “no date”.`)
  },
}

/** Milliseconds of an ISO date; one without a zone counts as UTC. */
function readDate(iso: string): number {
  const hasZone = /(?:Z|[+-]\d{2}:?\d{2})$/.test(iso)
  return Date.parse(iso.includes('T') && !hasZone ? `${iso}Z` : iso)
}
