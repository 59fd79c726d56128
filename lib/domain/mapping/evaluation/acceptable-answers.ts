/**
 * Answers that are as good as the vocabulary's own where a header alone leaves room: format →
 * header → other attributes.
 */
const ANSWERS: Readonly<Record<string, Readonly<Record<string, readonly (string | null)[]>>>> = {
  'aws-mgn-import': {
    // Only somebody who knows that the file plans a migration can tell the target from the present.
    'mgn:account-id': ['cloud_account_id'],
    'mgn:region': ['cloud_region'],
    'mgn:server:platform': ['os_name'],
  },
  'azure-migrate-csv-template': {
    'Virtual machine ID': ['external_id', 'vm_moref'],
    'Application 1 version': [null],
  },
  'azure-migrate-dependency-export': {
    Timeslot: [null],
    'Source application': ['dep_source'],
    'Destination IP': ['dep_target'],
  },
  'google-migration-center-vminfo': { OsType: ['os_name'], MachineStatus: ['lifecycle_status'] },
  'netbox-device-import': {
    device_type: ['asset_type', 'asset_subtype'],
    platform: ['os_family'],
    location: ['location'],
    site: ['datacenter'],
    status: ['operational_status'],
    owner: ['business_owner'],
  },
  'netbox-vm-import': {
    platform: ['os_family'],
    status: ['lifecycle_status', 'operational_status'],
    owner: ['business_owner'],
    virtual_machine_type: ['asset_subtype'],
  },
  'nutanix-prism-vm-export': { Categories: ['asset_subtype'], Host: ['hostname'] },
  'servicenow-cmdb-ci-server': {
    cpu_count: ['cpu_count'],
    cpu_core_count: ['cpu_cores', 'cpu_count'],
    vendor: ['manufacturer'],
    classification: ['data_classification'],
    cost: ['annual_cost'],
    model_number: ['model'],
  },
  'snipe-it-importer': {
    category: ['asset_type'],
    'item number': ['asset_tag', 'model_number'],
    'full name': ['name'],
    warranty: ['warranty_end'],
    'purchase order': ['order_number'],
  },
  'rvtools-vhost': {
    Host: ['hostname'],
    '# CPU': ['cpu_count'],
    '# vCPUs': ['cpu_count'],
    UUID: ['uuid'],
    'Object ID': ['external_id'],
    'VM Used memory': ['memory_used_mib'],
    'Time Zone Name': ['timezone'],
    'GMT Offset': ['timezone'],
  },
}

/** Answers that would do in any tab of RVTools. */
const RVTOOLS: Readonly<Record<string, readonly (string | null)[]>> = {
  'VM ID': ['external_id'],
  'Object ID': ['external_id'],
  PowerOn: ['power_state'],
  Path: ['datastore', 'vm_folder', null],
  'Tools Version': ['vm_tools_status'],
  Disk: ['disk_total_gib'],
  Active: [null],
}

/** What else would do for a header of a public format. */
export function acceptableAnswers(formatId: string, header: string): readonly (string | null)[] {
  const own = ANSWERS[formatId] ?? {}
  const shared = formatId.startsWith('rvtools') ? RVTOOLS : {}
  return [own, shared].flatMap((answers) =>
    Object.hasOwn(answers, header) ? (answers[header] ?? []) : [],
  )
}
