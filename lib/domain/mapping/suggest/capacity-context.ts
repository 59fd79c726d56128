import type { ColumnCandidates } from './candidate'
import { type Sheet, scoreOf, weigh } from './sheet'

/** Cores are the processors of a machine where nothing else counts them. */
export function weighCores(found: ColumnCandidates, sheet: Sheet): void {
  if (!found.meaning.concepts.has('core')) return
  const counted = sheet.columns.some(
    (one) =>
      one !== found &&
      !one.meaning.concepts.has('core') &&
      Math.max(scoreOf(one, 'cpu_count'), scoreOf(one, 'cpu_sockets')) >= 0.7,
  )
  const total = sheet.columns.some(
    (one) =>
      one !== found && one.meaning.concepts.has('core') && one.meaning.concepts.has('logical'),
  )
  if (counted || total) {
    weigh(found, 'cpu_cores', 1.6)
    weigh(found, 'cpu_count', 0.7)
  } else {
    weigh(found, 'cpu_count', 1.5, 'No other column counts the processors')
    weigh(found, 'cpu_cores', 0.85)
  }
}

/**
 * Processors beside cores: where another column counts logical processors, or where there are more
 * cores than processors, the processors are sockets.
 */
export function weighSockets(found: ColumnCandidates, sheet: Sheet): void {
  const { concepts } = found.meaning
  if (!concepts.has('cpu') || ['core', 'logical', 'vcpu'].some((word) => concepts.has(word))) return
  const counts = found.evidence.numbers
  const beside = sheet.columns.some((one) => {
    if (one === found || one.meaning.concepts.has('per')) return false
    const logical = one.meaning.concepts.has('logical') && scoreOf(one, 'cpu_count') >= 0.5
    const cores = one.meaning.concepts.has('core') && scoreOf(one, 'cpu_cores') >= 0.4
    const more = counts && one.evidence.numbers && one.evidence.numbers.median > counts.median
    return logical || (cores && more === true)
  })
  if (!beside) return
  weigh(found, 'cpu_sockets', 3, 'Another column counts the cores in them')
  weigh(found, 'cpu_count', 0.6)
}

const CAPACITIES: Readonly<Record<string, readonly [capacity: string, inUse: string]>> = {
  cpu: ['cpu_count', 'cpu_util_pct'],
  memory: ['memory_mib', 'memory_used_mib'],
  disk: ['disk_total_gib', 'disk_used_gib'],
}

/** A measure beside its maximum ("mem", "maxmem"): the maximum is what there is, the other what is used. */
export function weighMaxima(found: ColumnCandidates, sheet: Sheet): void {
  const own = [...found.meaning.concepts.keys()].sort().join(' ')
  const all = new Set(
    sheet.columns.map(({ meaning }) => [...meaning.concepts.keys()].sort().join(' ')),
  )
  for (const [measure, [capacity, inUse]] of Object.entries(CAPACITIES)) {
    const maximum = ['max', measure].sort().join(' ')
    if (!all.has(measure) || !all.has(maximum)) continue
    const attribute = own === maximum ? capacity : own === measure ? inUse : null
    if (attribute === null) continue
    const reasons = [
      own === maximum ? 'It stands beside what is used' : 'It stands beside its maximum',
    ]
    found.candidates = found.candidates.filter((one) => one.attribute !== attribute)
    for (const one of found.candidates) if (!one.vouched) one.score *= 0.6
    found.candidates.push({ attribute, score: 0.78, reasons, vouched: false })
  }
}
