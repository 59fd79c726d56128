/**
 * Attributes by which a row can be recognised as a certain asset: those of the match keys, and the
 * names. A file of which no column is mapped to one of them says nothing about any asset.
 */
export const identityAttributes: readonly string[] = [
  'bios_uuid',
  'uuid',
  'serial_number',
  'vm_moref',
  'external_id',
  'fqdn',
  'hostname',
  'mac_address',
  'ip_address',
  'name',
]
