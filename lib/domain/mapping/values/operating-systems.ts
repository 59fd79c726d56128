/** The first pattern that fits names the family; more telling names stand first. */
const FAMILIES: readonly (readonly [string, RegExp])[] = [
  ['esxi', /\besxi?\b|vmkernel|photon esx/i],
  [
    'network_os',
    /\bios[ -]?x[er]\b|\bcisco ios\b|\bnx-?os\b|\bjunos\b|\bfortios\b|\bpan-?os\b|\barubaos\b|\beos\b.*arista|arista|\bcomware\b|\basa\b|\bscreenos\b|\bgaia\b|\btmos\b|big-?ip|\brouteros\b|mikrotik|\bnetscaler\b|\bvyos\b|data ontap|\bontap\b/i,
  ],
  ['aix', /\baix\b/i],
  ['solaris', /solaris|sunos/i],
  ['bsd', /(?:free|open|net|dragonfly)\s?bsd|\bbsd\b|pfsense|opnsense|truenas core/i],
  ['macos', /mac\s?os|os\s?x\b|darwin|\bmacos\b/i],
  [
    'windows',
    /windows|\bwin(?:dows)?\s?\d|\bwin(?:srv|svr|server|nt|xp)|\bw2k|\bhyper-v server|^win$/i,
  ],
  [
    'linux',
    /linux|ubuntu|debian|centos|red\s?hat|\brhel|\bsles\b|suse|fedora|\boel\b|\bol\s?\d|oracle\s?linux|rocky|\balma\b|almalinux|amazon\s?li|\bamzn|photon|coreos|alpine|\bmint\b|gentoo|kali|\barch\b|proxmox|rhcos|flatcar|cloudlinux|scientific/i,
  ],
  ['unix', /\bhp-?ux\b|\bunix\b|tru64|\birix\b|\bqnx\b|unixware|openvms/i],
]

const OTHERS = /\bz\/?os\b|\bos\/?400\b|ibm i\b|netware|chrome\s?os|android|\bios\b|ipados|\bdos\b/i

/** The family of an operating system by its name; null when the name tells none. */
export function osFamilyOf(name: string): string | null {
  const family = FAMILIES.find(([, pattern]) => pattern.test(name))
  if (family) return family[0]
  return OTHERS.test(name) ? 'other' : null
}
