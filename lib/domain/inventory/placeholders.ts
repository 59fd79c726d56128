import { isPlaceholder } from '../mapping/convert/placeholders'

/** What makers of boards leave in the fields of a machine's firmware (seen in DMI dumps). */
const factoryWords = new Set([
  'to be filled by o.e.m.',
  'to be filled by oem',
  'system serial number',
  'chassis serial number',
  'base board serial number',
  'default string',
  'not provided',
  'o.e.m.',
  'oem',
  'serial number',
  'serial',
  'empty',
  'invalid',
  'xxxxxxx',
])

/** 03000200-0400-0500-0006-000700080009 is the reference BIOS's own, found on many boards. */
const factoryUuids = new Set(['03000200-0400-0500-0006-000700080009'])

/** Whether all letters and digits of a text are the same, such as in 0000-0000. */
function isOneCharacter(text: string): boolean {
  return /^[^0-9a-z]*([0-9a-z])(?:[^0-9a-z]|\1)*$/i.test(text)
}

/** Whether a serial number or an id cannot tell a machine from another. */
export function isPlaceholderId(text: string): boolean {
  const word = text.trim().toLowerCase()
  if (isPlaceholder(word) || factoryWords.has(word) || factoryUuids.has(word)) return true
  return (
    /^(0123456789|1234567890?|12345678)$/.test(word) || (word.length > 1 && isOneCharacter(word))
  )
}

/** Whether an address is shared by machines that have nothing to do with one another. */
export function isSharedIpAddress(address: string): boolean {
  return /^(0\.|127\.|169\.254\.|255\.255\.255\.255|::1?$|fe80:)/i.test(address)
}

/** Whether a hardware address is nobody's: all the same digit, or a group address. */
export function isSharedMacAddress(address: string): boolean {
  return isOneCharacter(address) || (Number.parseInt(address.slice(0, 2), 16) & 1) === 1
}
