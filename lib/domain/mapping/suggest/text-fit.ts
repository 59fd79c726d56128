import type { CanonicalAttribute } from '../schema'
import type { ValueEvidence } from '../values/detect-values'
import type { ValueKind } from '../values/value-kinds'

/** How the values of a column speak for or against an attribute. */
export interface ValueFit {
  /** From -1 (impossible) to 1 (only this). */
  fit: number
  /** In words for people; null when there is nothing worth saying. */
  reason: string | null
}

const NEUTRAL: ValueFit = { fit: 0, reason: null }

/** Kinds of values that speak for text attributes, and how strongly. */
const SPEAKS_FOR: Readonly<Record<string, readonly (readonly [ValueKind, number, string])[]>> = {
  os_name: [['operating_system', 0.85, 'the values name operating systems']],
  cpu_model: [['cpu_model', 0.8, 'the values name processors']],
  vm_moref: [['moref', 0.8, 'the values are references of managed objects']],
  instance_type: [['instance_type', 0.8, 'the values are sizes of cloud instances']],
  target_instance_type: [['instance_type', 0.5, 'the values are sizes of cloud instances']],
  cloud_region: [['cloud_zone', 0.75, 'the values are regions or zones of a cloud']],
  target_region: [['cloud_zone', 0.4, 'the values are regions or zones of a cloud']],
  image_id: [['image_id', 0.8, 'the values are images']],
  external_id: [
    ['cloud_arn', 0.5, 'the values are keys of a cloud'],
    ['uuid', 0.2, 'the values are keys'],
  ],
  timezone: [['time_zone', 0.8, 'the values are time zones']],
  currency: [['currency_code', 0.8, 'the values are currency codes']],
  tags: [['key_value', 0.5, 'the values are pairs of key and value']],
  fqdn: [['fqdn', 0.6, 'the values are full domain names']],
  dns_domain: [['fqdn', 0.2, 'the values are domain names']],
  vcenter_id: [['fqdn', 0.1, 'the values are names of servers']],
  os_version: [['version', 0.3, 'the values are versions']],
  db_version: [['version', 0.3, 'the values are versions']],
  firmware_version: [['version', 0.2, 'the values are versions']],
  hypervisor_version: [['version', 0.2, 'the values are versions']],
  artifact_version: [['version', 0.2, 'the values are versions']],
  business_owner: [['person', 0.3, 'the values are names of persons']],
  technical_owner: [['person', 0.3, 'the values are names of persons']],
  assigned_user: [['person', 0.3, 'the values are names of persons']],
  description: [['prose', 0.35, 'the values are sentences']],
  notes: [['prose', 0.3, 'the values are sentences']],
  disk_name: [['path', 0.5, 'the values are drives or paths']],
  datastore: [['path', 0.2, 'the values are paths']],
  vm_folder: [['path', 0.3, 'the values are paths']],
  repository_path: [['path', 0.3, 'the values are paths']],
  hostname: [['host_name', 0.25, 'the values look like host names']],
  name: [['host_name', 0.15, 'the values look like host names']],
  network_name: [['cidr', 0.1, 'the values are networks']],
}

const ALLOWS_NUMBERS = new Set(
  'external_id application_id asset_tag serial_number cost_center rack order_number invoice_number os_version db_version migration_wave move_group vm_hardware_version model_number room technical_fit business_fit cloud_account_id artifact_version firmware_version hypervisor_version vm_tools_status open_ports rack_position dep_type'.split(
    ' ',
  ),
)

const ALLOWS_ADDRESSES = new Set(
  'hypervisor_host vcenter_id dep_source dep_target backup_solution name hostname fqdn notes tags'.split(
    ' ',
  ),
)

const ALLOWS_YES_NO = new Set(
  'high_availability monitoring_status data_classification compliance_status network_zone vm_tools_status application_type backup_status disk_sharing_mode hypervisor tags'.split(
    ' ',
  ),
)

const ALLOWS_MAIL = new Set(
  'business_owner technical_owner assigned_user support_group created_by updated_by notes description tags'.split(
    ' ',
  ),
)

const ALLOWS_URLS = new Set(
  'vcenter_id repository_path notes description external_id tags datastore image_id'.split(' '),
)

const IDENTIFIES = new Set('serial_number external_id asset_tag vm_moref disk_uuid'.split(' '))

/** Attributes that are a single word without blanks. */
const ONE_WORD = new Set(['hostname', 'fqdn', 'vm_moref'])

function contradiction(attribute: CanonicalAttribute, evidence: ValueEvidence): ValueFit | null {
  const share = (kind: ValueKind) => evidence.kinds.get(kind) ?? 0
  const { name } = attribute
  if (share('date') >= 0.7) return { fit: -0.95, reason: 'the values are dates' }
  if (share('mac') >= 0.7) return { fit: -0.95, reason: 'the values are MAC addresses' }
  if (share('size') >= 0.6) return { fit: -0.9, reason: 'the values are sizes' }
  if (share('currency_amount') >= 0.6 && share('number') < 0.5)
    return { fit: -0.8, reason: 'the values are amounts of money' }
  if (share('ipv4') >= 0.6 && !ALLOWS_ADDRESSES.has(name))
    return { fit: -0.8, reason: 'the values are IP addresses' }
  if (share('email') >= 0.5 && !ALLOWS_MAIL.has(name))
    return { fit: -0.6, reason: 'the values are e-mail addresses' }
  if (share('url') >= 0.5 && !ALLOWS_URLS.has(name))
    return { fit: -0.7, reason: 'the values are web addresses' }
  const numeric = share('number')
  if (numeric >= 0.9 && !ALLOWS_NUMBERS.has(name))
    return { fit: -0.7, reason: 'the values are numbers' }
  if (share('boolean') >= 0.9 && numeric < 0.5 && !ALLOWS_YES_NO.has(name))
    return { fit: -0.7, reason: 'the values only say yes or no' }
  if (ONE_WORD.has(name)) {
    const several = evidence.values.filter((value) => /\s/.test(value)).length / evidence.count
    if (several >= 0.4) return { fit: -0.7, reason: 'the values are several words' }
  }
  return null
}

function repetition(attribute: CanonicalAttribute, evidence: ValueEvidence): ValueFit | null {
  if (evidence.count < 6) return null
  const different = evidence.distinct / evidence.count
  if (IDENTIFIES.has(attribute.name) && different < 0.4) {
    return { fit: -0.7, reason: 'the values repeat, so they identify nothing' }
  }
  if (attribute.name === 'name' && different < 0.25) {
    return { fit: -0.45, reason: 'the values repeat, so they name no single asset' }
  }
  return null
}

function mismatch(attribute: CanonicalAttribute, evidence: ValueEvidence): ValueFit | null {
  const share = (kind: ValueKind) => evidence.kinds.get(kind) ?? 0
  const { name } = attribute
  if (name === 'os_name' && evidence.count >= 3 && share('operating_system') < 0.2) {
    return { fit: -0.35, reason: 'hardly a value names an operating system' }
  }
  if (name !== 'os_name' && name !== 'description' && share('operating_system') >= 0.7) {
    const related = /^(?:os_|hypervisor|image|vm_|asset_|application|db_|notes|tags|model)/.test(
      name,
    )
    if (!related) return { fit: -0.5, reason: 'the values name operating systems' }
  }
  if (name === 'fqdn' && share('fqdn') < 0.2)
    return { fit: -0.3, reason: 'the values have no domain' }
  if (name === 'image_id' || name === 'instance_type') return null
  if (
    /^(?:model|os_family|asset_role|asset_subtype)$/.test(name) &&
    share('instance_type') >= 0.6
  ) {
    return { fit: -0.5, reason: 'the values are sizes of cloud instances' }
  }
  return null
}

/** How text values speak for or against a text attribute. */
export function fitOfText(attribute: CanonicalAttribute, evidence: ValueEvidence): ValueFit {
  const against =
    contradiction(attribute, evidence) ??
    repetition(attribute, evidence) ??
    mismatch(attribute, evidence)
  if (against) return against
  for (const [kind, strength, reason] of SPEAKS_FOR[attribute.name] ?? []) {
    const found = evidence.kinds.get(kind) ?? 0
    if (found >= 0.5) return { fit: strength * found, reason }
  }
  return NEUTRAL
}
