import { attributeByName } from '../catalogue/attributes'
import { parseQuantity } from '../convert/numbers'
import { measureOf } from '../convert/quantities'
import { parseUnit } from '../convert/units'
import type { ValueEvidence } from '../values/detect-values'
import { dimensionOf } from './dimension'

export interface ColumnUnit {
  sourceUnit: string | null
  targetUnit: string | null
  /** In words, where the unit comes from; null for attributes without one. */
  reason: string | null
}

const NONE: ColumnUnit = { sourceUnit: null, targetUnit: null, reason: null }

interface Guess {
  unit: string
  because: string
}

const ADDED_UP = 'as usual for this magnitude'

/** Bare sizes: from which median on a column is read in the smaller unit. */
const MEMORY_STEPS: readonly (readonly [number, string])[] = [
  [64 * 2 ** 20, 'B'],
  [4 * 2 ** 20, 'KiB'],
  [200, 'MiB'],
  [0, 'GiB'],
]

const STORAGE_STEPS: readonly (readonly [number, string])[] = [
  [4 * 2 ** 30, 'B'],
  [64 * 2 ** 20, 'KiB'],
  [15_000, 'MiB'],
  [8, 'GiB'],
  [0, 'TiB'],
]

/** Disks hold more than memory, but single partitions of a few GiB are common. */
const PARTITION_STEPS = STORAGE_STEPS.filter(([, unit]) => unit !== 'TiB').map(
  ([from, unit]): readonly [number, string] => (unit === 'GiB' ? [0, unit] : [from, unit]),
)

function byMagnitude(attribute: string, target: string, evidence: ValueEvidence): Guess | null {
  const { numbers } = evidence
  if (!numbers) return null
  if (target === '%') {
    const parts = numbers.most <= 1 && !numbers.whole
    return parts
      ? { unit: 'ratio', because: 'as all values lie between 0 and 1' }
      : { unit: '%', because: ADDED_UP }
  }
  if (target === 'MHz') return { unit: numbers.median < 20 ? 'GHz' : 'MHz', because: ADDED_UP }
  if (target !== 'MiB' && target !== 'GiB')
    return { unit: target, because: 'as nothing else is said' }
  const totals = attribute === 'disk_total_gib'
  const steps = target === 'MiB' ? MEMORY_STEPS : totals ? STORAGE_STEPS : PARTITION_STEPS
  const [, unit = target] = steps.find(([from]) => numbers.median >= from) ?? []
  return { unit, because: ADDED_UP }
}

/** Bits and bytes over the wire are counted in powers of 1,000; sizes are not, unless said. */
function readUnit(text: string, target: string, binary: boolean): string | null {
  return parseUnit(text, binary && !target.endsWith('/s'))
}

function besideValues(target: string, evidence: ValueEvidence, binary: boolean): string | null {
  const units = evidence.values.flatMap((value) => {
    const suffix = parseQuantity(value, null)?.suffix ?? ''
    return suffix === '' ? [] : (readUnit(suffix, target, binary) ?? [])
  })
  const [first] = units.filter((unit) => dimensionOf(unit) === dimensionOf(target))
  return units.length >= evidence.count * 0.5 ? (first ?? null) : null
}

/**
 * In which unit a column's bare numbers are read: what the known export declares, else the unit in
 * the header, else beside the values, else what the magnitude suggests; and in words why.
 */
export function unitOfColumn(options: {
  attribute: string | null
  headerUnit: string | null
  formatUnit: string | null
  formatTitle: string | null
  binaryUnits: boolean
  evidence: ValueEvidence
}): ColumnUnit {
  const attribute = options.attribute === null ? undefined : attributeByName(options.attribute)
  const target = attribute ? measureOf(attribute) : null
  if (!attribute || target === null) return NONE
  const result = (sourceUnit: string, reason: string): ColumnUnit => ({
    sourceUnit,
    targetUnit: target,
    reason,
  })
  if (options.formatUnit !== null) {
    return result(
      options.formatUnit,
      `${options.formatTitle ?? 'The known export'} declares ${options.formatUnit}`,
    )
  }
  const named =
    options.headerUnit === null ? null : readUnit(options.headerUnit, target, options.binaryUnits)
  if (named !== null && dimensionOf(named) === dimensionOf(target)) {
    const binary = /^[KMGTP]iB$/.test(named) && options.headerUnit !== named
    return result(
      named,
      `The header names ${options.headerUnit}${binary ? `, read as ${named} (1,024)` : ''}`,
    )
  }
  const beside = besideValues(target, options.evidence, options.binaryUnits)
  if (beside !== null) return result(beside, `The values carry their unit (${beside})`)
  const guess = byMagnitude(attribute.name, target, options.evidence)
  if (guess === null) return result(target, `Nothing tells the unit; numbers are read as ${target}`)
  return result(guess.unit, `Bare numbers, read as ${guess.unit} ${guess.because}`)
}
