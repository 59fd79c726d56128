/**
 * Length of the well-formed UTF-8 sequence at `at` (Unicode, table 3-7), 0 when it is ill-formed or
 * cut off by the end of `bytes`.
 */
export function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0
  if (lead < 0x80) return 1
  const second = bytes[at + 1] ?? 0
  if (lead < 0xc2) return 0
  if (lead < 0xe0) return isContinuation(second) ? 2 : 0
  const third = bytes[at + 2] ?? 0
  if (lead < 0xf0) {
    const from = lead === 0xe0 ? 0xa0 : 0x80
    const to = lead === 0xed ? 0x9f : 0xbf
    return second >= from && second <= to && isContinuation(third) ? 3 : 0
  }
  if (lead > 0xf4) return 0
  const from = lead === 0xf0 ? 0x90 : 0x80
  const to = lead === 0xf4 ? 0x8f : 0xbf
  const inRange = second >= from && second <= to
  return inRange && isContinuation(third) && isContinuation(bytes[at + 3] ?? 0) ? 4 : 0
}

/** Bytes at the end (0 to 3) that begin a sequence whose rest is still to come. */
export function unfinishedTail(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] ?? 0
    if (isContinuation(byte)) continue
    return announcedLength(byte) > back ? back : 0
  }
  return 0
}

function announcedLength(lead: number): number {
  if (lead < 0xc2 || lead > 0xf4) return 1
  if (lead < 0xe0) return 2
  return lead < 0xf0 ? 3 : 4
}

function isContinuation(byte: number): boolean {
  return (byte & 0xc0) === 0x80
}
