import { Mono } from '@/components/ui/code'
import type { AttributeValue } from '@/lib/domain/inventory/schema'
import { inWords } from '../../_components/asset-words'
import { formatExact, memoryInGib, storage } from '../../_components/quantities'

interface ValueTextProps {
  attribute: string
  unit: string | null
  value: AttributeValue
}

/** Attributes whose values are words of ours. */
const enumerations = new Set([
  'asset_type',
  'power_state',
  'operational_status',
  'lifecycle_status',
  'environment',
  'criticality',
  'os_family',
  'architecture',
  'firmware_type',
  'server_type',
  'dep_direction',
  'cloud_provider',
  'migration_strategy',
])

const readByLetter = /uuid|serial|moref|_id$|address|_ip$|fqdn|hostname|asset_tag/

/** Units that say what is counted stand in the attribute's own name already. */
const measures = new Set(['%', 'MHz', 'MB/s', 'ms', 'ops/s', 'U'])

/** A value of an attribute for people: sizes in GiB, the exact value on hover. */
export function ValueText({ attribute, unit, value }: ValueTextProps) {
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  if (Array.isArray(value)) return <Mono>{value.join(', ')}</Mono>
  if (typeof value === 'number') return <NumberText unit={unit} value={value} />
  if (enumerations.has(attribute)) return inWords(value)
  return readByLetter.test(attribute) ? <Mono>{value}</Mono> : value
}

function NumberText({ unit, value }: { unit: string | null; value: number }) {
  if (unit === 'MiB' || unit === 'GiB') {
    const quantity = unit === 'MiB' ? memoryInGib(value) : storage(value)
    return (
      <span title={quantity.exact} className="tabular">
        {quantity.text} {quantity.unit}
      </span>
    )
  }
  const suffix = unit !== null && measures.has(unit) ? ` ${unit}` : ''
  return <span className="tabular">{`${formatExact(value)}${suffix}`}</span>
}
