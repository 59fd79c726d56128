/** From this confidence on a column is mapped without asking a person. */
export const AUTO_MAP_THRESHOLD = 0.85

/** Below this confidence nothing is suggested: the column is said to be unmapped. */
export const SUGGEST_THRESHOLD = 0.5

/** How many other attributes are offered beside the suggestion. */
export const MOST_ALTERNATIVES = 3

/** Attributes that several columns of one file may feed, because they are lists or series. */
export const multiValued: ReadonlySet<string> = new Set([
  'ip_address',
  'ipv6_address',
  'mac_address',
  'tags',
  'dns_servers',
  'open_ports',
  'network_name',
  'installed_role',
  'disk_name',
  'disk_size_gib',
  'disk_uuid',
  'disk_type',
  'disk_thin',
  'disk_is_raw',
  'disk_mode',
  'disk_sharing_mode',
  'disk_controller',
  'disk_read_mbps',
  'disk_write_mbps',
  'disk_read_iops',
  'disk_write_iops',
  'nic_name',
  'nic_type',
  'nic_connected',
  'target_security_groups',
])
