/** Names whose inner capitals do not begin a new word. */
const SINGLE_WORDS =
  /(?:vCPU|vRAM|[vV]Center|vSwitch|vNIC|vApp|vSphere|vMotion|vDisk|vHost|vCore|IPv4|IPv6|[KMGTP]iB|[kMG]Hz|iLO|iDRAC|iSCSI|macOS|VMware|NetBIOS|MySQL|PostgreSQL|NoSQL|[SPI]aaS|DevOps|MoRef|MoID|OpenStack|ServiceNow|Hyper-V|e-?[Mm]ail|SMBios|EoL|EoS|EoSL|[xX](?:86|64)|EC2|S3)s?/g

/** Letters that Unicode does not split into a base letter and a mark. */
const LETTERS = new Map([
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ø', 'o'],
  ['đ', 'd'],
  ['ł', 'l'],
  ['ı', 'i'],
])

function foldLetters(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[ßæœøđłı]/g, (letter) => LETTERS.get(letter) ?? letter)
}

function spellSymbols(text: string): string {
  return text
    .replace(/\((?:e?s|en|n)\)/gi, '')
    .replace(/#(?=\s*\d)/g, ' ')
    .replace(/#|\bn[º°]/gi, ' number ')
    .replace(/%/g, ' percent ')
    .replace(/(?<=[a-z]{2})\/\s*s(?:ec(?:ond)?)?\b/gi, ' per second ')
    .replace(/\/\s*h(?:r|our)?\b/gi, ' per hour ')
    .replace(/€/g, ' eur ')
    .replace(/\$/g, ' usd ')
    .replace(/£/g, ' gbp ')
}

function splitCapitals(text: string): string {
  return text
    .replace(SINGLE_WORDS, (word) => ` ${word.toLowerCase().replace(/[^a-z0-9]/g, '')} `)
    .replace(
      /(?<!\p{Lu})(\p{Lu}{2,})s(?!\p{Ll})/gu,
      (_, word: string) => ` ${word.toLowerCase()}s `,
    )
    .replace(/(?<!\p{Lu})(OS|IP|CPU|VM|DNS|RAM|MAC|DB|NIC|HDD|BIOS)(?=\p{Ll}{3,})/gu, '$1 ')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu}+)(\p{Lu}\p{Ll})/gu, '$1 $2')
}

const KEEPS_DIGITS = /^(?:ipv[46]|x86|x64|ec2|s3|l[23]|p2v|v2v|o365|m365|u\d*)$/

function splitDigits(word: string): string[] {
  if (KEEPS_DIGITS.test(word)) return [word]
  return word.match(/\d+|\D+/g) ?? []
}

/**
 * A header in a form that spelling habits do not change: lower case, no accents, words parted by
 * one blank (`VMName`, `vm_name` and `VM Name` are the same). Idempotent.
 */
export function normaliseHeader(header: string): string {
  const spelled = spellSymbols(header.normalize('NFKC').replace(/\p{Cf}/gu, ''))
  return foldLetters(splitCapitals(spelled))
    .split(/[^\p{L}\p{N}]+/u)
    .flatMap(splitDigits)
    .filter((word) => word !== '')
    .join(' ')
}
