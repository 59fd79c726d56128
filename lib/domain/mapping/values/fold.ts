/** A value in the form in which vocabularies are looked up: lower case, no accents, single blanks. */
export function foldValue(value: string): string {
  const plain = isAscii(value) ? value.toLowerCase() : withoutAccents(value)
  return plain.replace(/[_\s-]+/g, ' ').trim()
}

/** Most values are, and need no look at accents. */
function isAscii(value: string): boolean {
  return /^[ -~]*$/.test(value)
}

function withoutAccents(value: string): string {
  return value
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/ß/g, 'ss')
}
