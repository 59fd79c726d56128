/**
 * Where a request came from, for limits: the address that the nearest proxy saw. What stands before
 * it in the list was said by the asker, who may say anything. Of an IPv6 address the network counts,
 * because whoever has one has all of it (RFC 6177).
 * @returns `unknown` where nobody says
 */
export function clientAddress(headers: Headers): string {
  const seen = headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() ?? ''
  const address = seen.replace(/^::ffff:(?=\d+\.)/i, '')
  if (address === '') return 'unknown'
  return address.includes(':') ? networkOf(address) : address
}

/** The first 64 bits of an IPv6 address, as four groups. */
function networkOf(address: string): string {
  const [head = '', tail] = address.toLowerCase().split('::')
  const groups = head.split(':').filter(Boolean)
  const after = tail?.split(':').filter(Boolean) ?? []
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - groups.length - after.length)
  const all = [...groups, ...Array<string>(zeros).fill('0'), ...after]
  return `${all
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`
}
