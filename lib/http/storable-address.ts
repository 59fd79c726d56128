/**
 * The address without the character of code 0, which no text of PostgreSQL can hold, so that no
 * search, filter or name of a page ever asks for it.
 * @param address path and query as they were sent
 * @returns null when the address is well as it is; else one of this site, whatever was taken out
 *   between two slashes: a browser takes `//name` for another host
 */
export function storableAddress(address: string): string | null {
  const storable = address.replaceAll(/%00/g, '')
  return storable === address ? null : storable.replace(/^[/\\]+/, '/')
}
