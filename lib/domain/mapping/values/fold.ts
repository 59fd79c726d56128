/** A value in the form in which vocabularies are looked up: lower case, no accents, single blanks. */
export function foldValue(value: string): string {
  return value
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/[_\s-]+/g, ' ')
    .trim()
}
