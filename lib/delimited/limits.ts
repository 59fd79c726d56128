/**
 * Caps that keep the memory of one decoding step flat, whatever the file holds.
 * Characters are UTF-16 units, about one byte each in the exports that people bring.
 */
export type DecoderLimits = {
  columns: number
  cellCharacters: number
  recordCharacters: number
}

export const DECODER_LIMITS: DecoderLimits = {
  columns: 2_000,
  cellCharacters: 1_048_576,
  recordCharacters: 8 * 1_048_576,
}
