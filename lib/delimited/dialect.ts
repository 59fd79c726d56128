/** How the bytes of a delimited text file are to be read. Plain data: travels as JSON. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

export type LineEnding = 'lf' | 'crlf' | 'cr' | 'mixed' | 'none'

/**
 * `delimiter` and `quote` are one UTF-16 unit each; `quote` null means that nothing is quoted.
 * `headerLine` is the physical line (from 1) of the column names: what stands above is a title.
 * `lineEnding` is shown to people only; the decoder accepts every kind, also mixed.
 */
export type Dialect = {
  encoding: Encoding
  bom: boolean
  delimiter: string
  quote: string | null
  lineEnding: LineEnding
  headerLine: number
}

/** What a person may decide instead of the detection. */
export type DialectOverrides = Partial<
  Pick<Dialect, 'encoding' | 'delimiter' | 'quote' | 'headerLine'>
>
