import { type CleansingRule, inWords, numberOf, propose, type Subject } from './rule'

/** From the unit that was read to the one that was probably meant. */
const NEXT_LARGER = 1_024
const NEXT_SMALLER = 1 / 1_024

/** A machine with less memory does not run a server's operating system. */
const LEAST_MEMORY_MIB = 128
/** So much goes with many processors; more than the second figure, hardly anything has. */
const MUCH_MEMORY_MIB = 4 * 1_048_576
const HARDLY_ANY_MEMORY_MIB = 12 * 1_048_576
const MANY_CPUS = 48
/** No system disk fits into half a GiB. */
const LEAST_STORAGE_GIB = 0.5
/** Above the largest virtual disk (62 TiB). */
const MUCH_STORAGE_GIB = 64 * 1_024

/** Assets that hold other machines' storage may have any amount of it. */
const holdsStorage = new Set(['storage', 'cluster', 'hypervisor_host', 'database', 'service'])

export const unlikelyUnit: CleansingRule = {
  id: 'unlikely_unit',
  title: 'Conflicting units',
  description: 'Sizes whose number fits another unit than the one they were read in.',
  looksAtRow: true,
  appliesTo: ({ name }) => examined.has(name),
  examine(subject) {
    const factor = likelyFactor(subject)
    const { attribute, value, unit } = subject
    if (factor === null || typeof value !== 'number') return null
    const meant = round(value * factor)
    const [read, other] = [value, meant].map((size) => `${inWords(size)} ${attribute.unit}`)
    const source = unit === null ? '' : ` (the number was read as ${unit})`
    const next = factor > 1 ? 'larger' : 'smaller'
    const reason = `${read} is hardly possible${source}. In the next ${next} unit it is ${other}.`
    return propose(subject, meant, reason)
  },
}

/**
 * What to multiply the value with, so that it has the unit that fits its number better; null when
 * it is believable as it stands, or in another unit neither.
 */
export function likelyFactor({ attribute, value, row }: Subject): number | null {
  const examine = examined.get(attribute.name)
  if (examine === undefined || typeof value !== 'number' || value <= 0) return null
  const factor = examine(value, row)
  return factor !== null && examine(round(value * factor), row) === null ? factor : null
}

type Examination = (value: number, row: Subject['row']) => number | null

const examined = new Map<string, Examination>([
  ['memory_mib', memory],
  ['disk_total_gib', totalStorage],
  ['disk_size_gib', storage],
])

function memory(value: number, row: Subject['row']) {
  if (value < LEAST_MEMORY_MIB) return value * 1_024 >= LEAST_MEMORY_MIB ? NEXT_LARGER : null
  const cpus = Math.max(numberOf(row, 'cpu_count') ?? 0, numberOf(row, 'cpu_cores') ?? 0)
  if (cpus >= MANY_CPUS) return null
  return value >= (cpus > 0 ? MUCH_MEMORY_MIB : HARDLY_ANY_MEMORY_MIB) ? NEXT_SMALLER : null
}

function totalStorage(value: number, row: Subject['row']) {
  const runs = row.has('os_name') || row.has('cpu_count')
  if (value < LEAST_STORAGE_GIB && runs) return value * 1_024 >= 1 ? NEXT_LARGER : null
  return storage(value, row)
}

function storage(value: number, row: Subject['row']) {
  const type = row.get('asset_type')
  if (typeof type === 'string' && holdsStorage.has(type)) return null
  return value >= MUCH_STORAGE_GIB ? NEXT_SMALLER : null
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
