const octet = '(?:25[0-5]|2[0-4]\\d|[01]?\\d?\\d)'
const ipv4 = new RegExp(`^(?:${octet}\\.){3}${octet}$`)

/** Whether the text is an IPv4 address: exactly four octets of 0 to 255. */
export function isIpv4(text: string): boolean {
  return ipv4.test(text)
}

/** Whether the text is an IPv6 address (RFC 4291, section 2.2), a zone allowed. */
export function isIpv6(text: string): boolean {
  const [address = ''] = text.split('%')
  if (!/^[0-9a-f:.]+$/i.test(address) || !address.includes(':')) return false
  const halves = address.split('::')
  if (halves.length > 2) return false
  const groups = halves.map((half) => (half === '' ? [] : half.split(':')))
  const last = groups.at(-1)?.at(-1)
  const embedded = last !== undefined && isIpv4(last)
  const all = groups.flat()
  const plain = embedded ? all.slice(0, -1) : all
  if (!plain.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return false
  const length = plain.length + (embedded ? 2 : 0)
  return halves.length === 2 ? length < 8 : length === 8
}

/** The address without the prefix length or the IPv4 port that some sources append. */
export function bareAddress(text: string): string {
  const [address = ''] = text
    .trim()
    .replace(/^\[(.+)\]$/, '$1')
    .split('/')
  return address.replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1')
}

const usualMac = /^[0-9a-f]{2}(?::[0-9a-f]{2}){5}$/
const usualUuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Twelve hexadecimal digits as `aa:bb:cc:dd:ee:ff`; null when the text is not a MAC address. */
export function normaliseMac(text: string): string | null {
  if (usualMac.test(text)) return text
  const trimmed = text.trim()
  const shape =
    /^(?:[0-9a-f]{2}([:-]?)(?:[0-9a-f]{2}\1){4}[0-9a-f]{2}|(?:[0-9a-f]{4}[.:-]){2}[0-9a-f]{4})$/i
  // Twelve bare digits are far more often an account or a serial number.
  if (!shape.test(trimmed) || /^\d{12}$/.test(trimmed)) return null
  const digits = trimmed.replace(/[^0-9a-f]/gi, '').toLowerCase()
  return digits.match(/../g)?.join(':') ?? null
}

/** A UUID in lower case with hyphens; null when the text is none. */
export function normaliseUuid(text: string): string | null {
  if (usualUuid.test(text)) return text
  const digits = text
    .trim()
    .replace(/^(?:urn:)?(?:uuid:)?/i, '')
    .replace(/[{}\s-]/g, '')
    .toLowerCase()
  if (!/^[0-9a-f]{32}$/.test(digits)) return null
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** Parts of a cell that holds several values. */
export function splitList(text: string): string[] {
  return text
    .split(/[,;|\n\r]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}
