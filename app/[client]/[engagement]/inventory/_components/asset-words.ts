/** Words that a plain change of case gets wrong. */
const written = new Map([
  ['virtual_machine', 'Virtual machine'],
  ['dr', 'DR'],
  ['uat', 'UAT'],
  ['aix', 'AIX'],
  ['bsd', 'BSD'],
  ['esxi', 'ESXi'],
  ['macos', 'macOS'],
  ['network_os', 'Network OS'],
  ['uefi', 'UEFI'],
  ['bios', 'BIOS'],
  ['aws', 'AWS'],
  ['gcp', 'GCP'],
  ['oci', 'OCI'],
  ['x86_64', 'x86-64'],
  ['x86', 'x86'],
  ['arm64', 'ARM64'],
])

/** A value of an enumeration in words: `network_device` → "Network device". */
export function inWords(value: string): string {
  const known = written.get(value)
  if (known !== undefined) return known
  const words = value.replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** The status that stands for a power state, with its word. */
export function powerStatus(state: string): { status: string; label: string } {
  if (state === 'on') return { status: 'powered_on', label: 'On' }
  if (state === 'off') return { status: 'powered_off', label: 'Off' }
  return { status: state, label: inWords(state) }
}

/** By which key a source found its asset, in words. */
export const keyWords = new Map([
  ['uuid', 'the UUID'],
  ['serial', 'the serial number'],
  ['vcenter_moref', 'the vCenter object'],
  ['external_id', 'the id in its source'],
  ['fqdn', 'the full host name'],
  ['mac', 'a MAC address'],
  ['ip', 'an IP address'],
  ['sheet', 'the name, within one source'],
  ['name', 'the name alone'],
  ['own', 'the id in our export'],
  ['split', 'nothing: taken out of a weak match'],
])
