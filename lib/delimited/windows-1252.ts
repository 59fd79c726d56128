/**
 * Code points of the bytes 0x80–0x9F in Windows-1252, by the WHATWG Encoding Standard's index
 * (the five unassigned bytes keep their value, so that every byte can be told from every other).
 */
const HIGH_CONTROLS = [
  0x20ac, 0x81, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039,
  0x0152, 0x8d, 0x017d, 0x8f, 0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc,
  0x2122, 0x0161, 0x203a, 0x0153, 0x9d, 0x017e, 0x0178,
]

const CODE_POINTS = Uint16Array.from(
  { length: 256 },
  (_, byte) => HIGH_CONTROLS[byte - 0x80] ?? byte,
)

/** Arguments of one call: far below every engine's limit. */
const CHUNK = 8_192

/**
 * Own table instead of TextDecoder('windows-1252'): several Node 22 and 23 releases decode 0x80–0x9F
 * as Latin-1.
 */
export function decodeWindows1252(bytes: Uint8Array): string {
  const units = new Uint16Array(bytes.length)
  for (let i = 0; i < bytes.length; i++) units[i] = CODE_POINTS[bytes[i] ?? 0] ?? 0
  let text = ''
  for (let i = 0; i < units.length; i += CHUNK) {
    text += String.fromCharCode(...units.subarray(i, i + CHUNK))
  }
  return text
}

/** The character of one byte. */
export function windows1252Character(byte: number): string {
  return String.fromCharCode(CODE_POINTS[byte] ?? 0xfffd)
}
