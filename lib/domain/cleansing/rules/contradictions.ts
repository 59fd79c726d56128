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
  id: 'conflicting_amounts',
  title: 'More used than there is',
  description: 'Memory or storage of which more is in use, or free, than the machine has.',
  looksAtRow: true,
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
