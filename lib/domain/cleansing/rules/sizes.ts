import { type CleansingRule, inWords, proposeClearing } from './rule'
import { likelyFactor } from './units'

type Range = { least: number; most: number }

/**
 * What a machine of today can have at most, with room: the largest servers on sale have about 1,900
 * logical processors and 64 TiB of memory, a virtual machine of vSphere 8 has 768, 24 TiB and disks
 * of 62 TiB (vendors' configuration maximums, 2025). `least` is what a machine cannot do without.
 */
const ranges = new Map<string, Range>([
  ['cpu_count', { least: 1, most: 4_096 }],
  ['cpu_sockets', { least: 1, most: 64 }],
  ['cpu_cores', { least: 1, most: 4_096 }],
  ['cores_per_socket', { least: 1, most: 512 }],
  ['cpu_speed_mhz', { least: 1, most: 12_000 }],
  ['memory_mib', { least: 1, most: 64 * 1_048_576 }],
  ['memory_used_mib', { least: 0, most: 64 * 1_048_576 }],
  ['vram_allocated_mib', { least: 0, most: 1_024 * 1_048_576 }],
  ['disk_total_gib', { least: 0.001, most: 64 * 1_048_576 }],
  ['disk_size_gib', { least: 0.0001, most: 1_048_576 }],
  ['disk_used_gib', { least: 0, most: 64 * 1_048_576 }],
  ['disk_count', { least: 0, most: 4_096 }],
  ['nic_count', { least: 0, most: 1_024 }],
  ['vlan_id', { least: 0, most: 4_095 }],
  ['db_port', { least: 1, most: 65_535 }],
  ['dep_port', { least: 1, most: 65_535 }],
])

/** Units that belong to a number; what is only counted goes without. */
const measures = /^(?:[KMGT]iB|MHz|%|ms|MB\/s)$/

const percentage: Range = { least: 0, most: 100 }
const amount: Range = { least: 0, most: Number.MAX_SAFE_INTEGER }

export const impossibleSize: CleansingRule = {
  id: 'impossible_size',
  title: 'Impossible sizes',
  description: 'Processors, memory, storage and other amounts that are zero, negative or absurd.',
  looksAtRow: true,
  appliesTo: ({ type }) => type === 'integer' || type === 'decimal',
  examine(subject) {
    const { attribute, value } = subject
    if (typeof value !== 'number' || likelyFactor(subject) !== null) return null
    const fallback = attribute.unit === '%' ? percentage : amount
    const { least, most } = ranges.get(attribute.name) ?? fallback
    if (value >= least && value <= most) return null
    const unit = attribute.unit && measures.test(attribute.unit) ? ` ${attribute.unit}` : ''
    const size = `${inWords(value)}${unit}`
    if (value < 0) return proposeClearing(subject, `${size} is negative.`)
    const reason = value < least ? `${size} is too little` : `${size} is more than there can be`
    return proposeClearing(subject, `${reason}.`)
  },
}
