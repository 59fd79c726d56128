export type DateOrder = 'dmy' | 'mdy'
export type DateProblem = 'not_a_date' | 'ambiguous_date'

const MONTHS = new Map(
  [
    'jan januar january janvier enero gennaio janeiro januari ene gen',
    'feb februar february fevrier febrero febbraio fevereiro februari fev',
    'mar marz march mars marzo marco maart mrz maerz mrt',
    'apr april avril abril aprile avr abr',
    'may mai mayo maggio maio mei mag',
    'jun juni june juin junio giugno junho giu',
    'jul juli july juillet julio luglio julho lug juil',
    'aug august aout agosto augustus ago',
    'sep september septembre septiembre settembre setembro sept set',
    'oct oktober october octobre octubre ottobre outubro okt ott out',
    'nov november novembre noviembre novembro',
    'dec dezember december decembre diciembre dicembre dezembro dez dic',
  ].flatMap((names, index) => names.split(' ').map((name): [string, number] => [name, index + 1])),
)

interface Moment {
  year: number
  month: number
  day: number
  time: string | null
  zone: string
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}

function isCalendarDay({ year, month, day }: Moment): boolean {
  if (year < 1900 || year > 2200 || month < 1 || month > 12 || day < 1) return false
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
}

function fullYear(text: string): number {
  const year = Number(text)
  if (text.length > 2) return year
  return year < 70 ? 2000 + year : 1900 + year
}

/** Hours, minutes and seconds as HH:MM:SS and the zone as Z or ±HH:MM; null when out of range. */
function readTime(text: string): { time: string | null; zone: string } | null {
  if (text === '') return { time: null, zone: '' }
  const match =
    /^(\d{1,2})[:.h](\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?\s*([ap]\.?m\.?)?\s*(z|utc|gmt|[+-]\d{2}:?\d{2})?(?:\s?uhr)?$/i.exec(
      text,
    )
  if (!match) return null
  const [, hours = '', minutes = '', seconds = '0', half, zone = ''] = match
  let hour = Number(hours)
  if (half) hour = (hour % 12) + (/^p/i.test(half) ? 12 : 0)
  if (hour > 23 || Number(minutes) > 59 || Number(seconds) > 59) return null
  const offset = /^[+-]/.test(zone) ? zone.replace(/^(...)(?!:)/, '$1:') : zone && 'Z'
  return { time: `${two(hour)}:${minutes}:${two(Number(seconds))}`, zone: offset }
}

function fromEpoch(milliseconds: number): Moment {
  const iso = new Date(milliseconds).toISOString()
  const [year = 0, month = 0, day = 0] = iso.slice(0, 10).split('-').map(Number)
  return { year, month, day, time: iso.slice(11, 19), zone: 'Z' }
}

function fromDigits(text: string): Moment | null {
  const compact = /^(19\d\d|20\d\d)(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d))?$/.exec(text)
  if (compact) {
    const [, year, month, day, hour, minute, second] = compact
    const time = hour ? `${hour}:${minute}:${second}` : null
    return { year: Number(year), month: Number(month), day: Number(day), time, zone: '' }
  }
  if (/^\d{10}$/.test(text)) return fromEpoch(Number(text) * 1000)
  if (/^\d{13}$/.test(text)) return fromEpoch(Number(text))
  // A spreadsheet's day number: days since 1899-12-30, here for 1982 to 2064.
  if (/^[3-5]\d{4}(?:[.,]\d+)?$/.test(text)) {
    const moment = fromEpoch(Math.round((Number(text.replace(',', '.')) - 25569) * 86400) * 1000)
    return { ...moment, zone: '', time: /[.,]/.test(text) ? moment.time : null }
  }
  return null
}

function fromNamedMonth(text: string): Moment | null {
  if (!/[\p{L}\p{M}]{3}/u.test(text)) return null
  const folded = text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
  const weekdayless = folded.replace(/^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+/, '')
  const dayFirst =
    /^(\d{1,2})(?:st|nd|rd|th|\.)?[\s/-]*(?:de\s+)?([a-z]{3,10})\.?[\s/-]*(?:de\s+)?(\d{4}|\d{2})(?![\d:])[,\s]*(.*)$/.exec(
      weekdayless,
    )
  const monthFirst = /^([a-z]{3,10})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})[,\s]*(.*)$/.exec(
    weekdayless,
  )
  const [, day, name, year, rest] =
    dayFirst ?? (monthFirst ? [0, monthFirst[2], monthFirst[1], monthFirst[3], monthFirst[4]] : [])
  const month = MONTHS.get(String(name))
  const time = readTime(String(rest ?? ''))
  if (!month || !time || !year) return null
  return { year: fullYear(String(year)), month, day: Number(day), ...time }
}

function fromNumbers(text: string, order: DateOrder | null): Moment | DateProblem {
  const match = /^(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})(?:[T,\s]+(.*))?$/.exec(text)
  if (!match) return 'not_a_date'
  const [, first = '', mark, second = '', third = '', rest = ''] = match
  const time = readTime(rest.trim())
  if (!time) return 'not_a_date'
  if (first.length === 4) {
    return { year: Number(first), month: Number(second), day: Number(third), ...time }
  }
  if (first.length > 2 || third.length === 3 || third.length === 1) return 'not_a_date'
  const year = fullYear(third)
  const dayFirst = { year, month: Number(second), day: Number(first), ...time }
  const monthFirst = { year, month: Number(first), day: Number(second), ...time }
  if (Number(first) > 12 || mark === '.') return dayFirst
  if (Number(second) > 12 || first === second) return monthFirst
  if (order === null) return 'ambiguous_date'
  return order === 'dmy' ? dayFirst : monthFirst
}

/**
 * A date or moment as sources write it (ISO 8601, day or month first, month names of several
 * languages, Unix time, a spreadsheet's day number) as ISO text: `date` is YYYY-MM-DD, `datetime`
 * adds the time when there is one; a zone is kept and never invented.
 */
export function parseDate(
  text: string,
  kind: 'date' | 'datetime',
  order: DateOrder | null,
): { ok: true; value: string } | { ok: false; problem: DateProblem } {
  const trimmed = text.trim().replace(/\s+/g, ' ')
  const moment = fromDigits(trimmed) ?? fromNamedMonth(trimmed) ?? fromNumbers(trimmed, order)
  if (typeof moment === 'string') return { ok: false, problem: moment }
  if (!isCalendarDay(moment)) return { ok: false, problem: 'not_a_date' }
  const day = `${moment.year}-${two(moment.month)}-${two(moment.day)}`
  const withTime = kind === 'datetime' && moment.time !== null
  return { ok: true, value: withTime ? `${day}T${moment.time}${moment.zone}` : day }
}
