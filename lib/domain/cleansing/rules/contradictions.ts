import { type CleansingRule, inWords, numberOf, propose, proposeClearing } from './rule'

/** A part and the whole that it cannot exceed. */
const wholes = new Map([
  ['memory_used_mib', 'memory_mib'],
  ['memory_used_max_mib', 'memory_mib'],
  ['memory_free_mib', 'memory_mib'],
  ['disk_used_gib', 'disk_total_gib'],
  ['disk_free_gib', 'disk_total_gib'],
])

/** Sources round, and count a machine's swap file once here and once there. */
const TOLERANCE = 1.02

export const conflictingAmounts: CleansingRule = {
  id: 'conflicting-amounts',
  title: 'More used than there is',
  description: 'Memory or storage of which more is in use, or free, than the machine has.',
  appliesTo: ({ name }) => wholes.has(name),
  examine(subject) {
    const { attribute, value, row } = subject
    const whole = numberOf(row, wholes.get(attribute.name) ?? '')
    if (typeof value !== 'number' || whole === undefined || whole <= 0) return null
    if (value <= whole * TOLERANCE) return null
    const unit = attribute.unit ?? ''
    const reason = `${inWords(value)} ${unit} is more than the whole of ${inWords(whole)} ${unit}`
    const smaller = value / 1_024
    return value > whole * 8 && smaller <= whole && smaller > whole / 1_024
      ? propose(
          subject,
          Math.round(smaller * 100) / 100,
          `${reason}: a unit too small was taken for the next larger one.`,
        )
      : proposeClearing(subject, `${reason}.`)
  },
}

/** Reported counts and the components that another list of the same source gives one by one. */
const counted = new Map<string, { kind: 'disk' | 'network_card'; words: string }>([
  ['nic_count', { kind: 'network_card', words: 'network cards' }],
  ['disk_count', { kind: 'disk', words: 'disks' }],
])

export const conflictingCounts: CleansingRule = {
  id: 'conflicting-counts',
  title: 'Counts that disagree',
  description: 'A number of disks or network cards that differs from those listed one by one.',
  appliesTo: ({ name }) => counted.has(name),
  examine(subject) {
    const { attribute, value, components } = subject
    const count = counted.get(attribute.name)
    const listed = count && components?.[count.kind]
    if (typeof value !== 'number' || listed === undefined || listed === 0) return null
    if (value === listed) return null
    const reason = `${inWords(value)} ${count?.words} are reported, ${inWords(listed)} listed one by one.`
    return propose(subject, listed, reason)
  },
}
