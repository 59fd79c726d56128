import type { Flaw } from './character-decoding'
import type { DecoderLimits } from './limits'
import type { DelimitedProblem, ProblemCode, ProblemScope } from './problem'

/** Where the scanner stands inside a cell. */
type Mode = 'start' | 'plain' | 'quoted' | 'quote_seen' | 'after_quote'

/** A record as scanned: before headers, padding and the skipping of blank lines. */
export type ScannedRecord = {
  line: number
  cells: string[]
  /** Some cell was written in quotes, so even an empty record was meant. */
  quoted: boolean
  /** Cells seen, also those beyond the cap. */
  columns: number
  problems: DelimitedProblem[]
}

/** Everything that must survive between two parts. Plain JSON. */
export type ScanState = {
  mode: Mode
  cell: string
  /** Length of the cell when its closing quote was followed by more text. */
  closedAt: number
  cut: 'cell_too_large' | 'record_too_large' | null
  cellFlaws: { kind: Flaw['kind']; byteOffset: number; count: number }[]
  afterCr: boolean
  line: number
  recordCharacters: number
  record: ScannedRecord
}

export function startScan(): ScanState {
  return {
    mode: 'start',
    cell: '',
    closedAt: 0,
    cut: null,
    cellFlaws: [],
    afterCr: false,
    line: 1,
    recordCharacters: 0,
    record: emptyRecord(1),
  }
}

function emptyRecord(line: number): ScannedRecord {
  return { line, cells: [], quoted: false, columns: 0, problems: [] }
}

const LF = 10
const CR = 13

/**
 * Splits text into records, in any number of calls at any boundary.
 * Written as a class for its speed: the hot loop works on fields, cells are slices of the text, and
 * nothing is copied character by character.
 */
export class RecordScanner {
  private readonly delimiterCode: number
  private readonly quoteCode: number
  private readonly state: ScanState
  private flaws: readonly Flaw[] = []
  private flawIndex = 0

  constructor(
    delimiter: string,
    private readonly quote: string | null,
    private readonly limits: DecoderLimits,
    state: ScanState,
    private readonly onRecord: (record: ScannedRecord) => void,
  ) {
    this.delimiterCode = delimiter.charCodeAt(0)
    this.quoteCode = quote === null ? -1 : quote.charCodeAt(0)
    const { record } = state
    this.state = {
      ...state,
      cellFlaws: state.cellFlaws.map((flaw) => ({ ...flaw })),
      record: { ...record, cells: [...record.cells], problems: [...record.problems] },
    }
  }

  /** The state to hand to the next part's scanner. */
  get position(): ScanState {
    return this.state
  }

  scan(text: string, flaws: readonly Flaw[]): void {
    this.flaws = flaws
    this.flawIndex = 0
    const end = text.length
    let at = 0
    while (at < end) {
      switch (this.state.mode) {
        case 'start':
          at = this.beginCell(text, at)
          break
        case 'quoted':
          at = this.readQuoted(text, at)
          break
        case 'quote_seen':
          at = this.leaveQuotes(text, at)
          break
        default:
          at = this.readPlain(text, at)
      }
    }
  }

  /** Ends the last record of the file, which need not end in a line break; if it did, a blank one. */
  finish(): void {
    const { state } = this
    if (state.mode === 'quoted') this.reportUnclosedQuote()
    this.endCell('')
    this.endRecord()
  }

  private beginCell(text: string, at: number): number {
    const { state } = this
    const code = text.charCodeAt(at)
    if (state.afterCr) {
      state.afterCr = false
      if (code === LF) return at + 1
    }
    if (code !== this.quoteCode) {
      state.mode = 'plain'
      return at
    }
    state.mode = 'quoted'
    state.record.quoted = true
    return at + 1
  }

  /** Reads to the delimiter or line break that ends an unquoted cell. */
  private readPlain(text: string, from: number): number {
    const { delimiterCode } = this
    const end = text.length
    let at = from
    let code = -1
    for (; at < end; at++) {
      code = text.charCodeAt(at)
      if (code === delimiterCode || code === LF || code === CR) break
    }
    const piece = this.take(text, from, at)
    if (at === end) {
      this.append(piece)
      return end
    }
    this.endCell(piece)
    if (code !== delimiterCode) this.breakLine(code)
    return at + 1
  }

  private readQuoted(text: string, from: number): number {
    const { state } = this
    const close = text.indexOf(this.quote ?? '', from)
    const to = close === -1 ? text.length : close
    this.countLines(text, from, to)
    this.append(this.take(text, from, to))
    if (close === -1) return to
    state.mode = 'quote_seen'
    return close + 1
  }

  private leaveQuotes(text: string, at: number): number {
    const { state } = this
    if (text.charCodeAt(at) === this.quoteCode) {
      state.mode = 'quoted'
      // A line break ended by this quote must not swallow an LF that follows it.
      state.afterCr = false
      this.append(this.quote ?? '')
      return at + 1
    }
    state.mode = 'after_quote'
    state.afterCr = false
    state.closedAt = state.cell.length
    return at
  }

  /** Adds to the unfinished cell; what goes beyond a cap is dropped and reported at its end. */
  private append(piece: string): void {
    const { state, limits } = this
    if (state.cut !== null || piece === '') return
    const left = limits.recordCharacters - state.recordCharacters
    const room = Math.min(limits.cellCharacters, left)
    if (state.cell.length + piece.length <= room) {
      state.cell += piece
      return
    }
    state.cut = room === left ? 'record_too_large' : 'cell_too_large'
    state.cell = withoutHalfPair((state.cell + piece).slice(0, room))
  }

  private endCell(piece: string): void {
    const { state, limits } = this
    const { record } = state
    this.append(piece)
    record.columns += 1
    const cell = state.mode === 'after_quote' ? this.joinAfterQuote(state.cell) : state.cell
    if (record.columns <= limits.columns) {
      if (state.cut !== null) this.reportCut(state.cut)
      if (state.cellFlaws.length > 0) this.reportFlaws()
      record.cells.push(cell)
      state.recordCharacters += cell.length
    }
    state.cellFlaws = state.cellFlaws.length > 0 ? [] : state.cellFlaws
    state.cell = ''
    state.cut = null
    state.mode = 'start'
  }

  /** `"5" disk"`: the quote was not doubled, so it and what follows are text of the cell. */
  private joinAfterQuote(cell: string): string {
    const { closedAt, record } = this.state
    const quote = this.quote ?? ''
    const tail = cell.slice(closedAt)
    if (tail.trim() === '') return cell.slice(0, closedAt)
    if (record.columns <= this.limits.columns) this.report('stray_quote', 'cell')
    const kept = tail.endsWith(quote) ? tail.slice(0, -1) : tail
    return cell.slice(0, closedAt) + quote + kept
  }

  private breakLine(code: number): void {
    this.state.afterCr = code === CR
    this.state.line += 1
    this.endRecord()
  }

  private endRecord(): void {
    const { state } = this
    const { record } = state
    if (record.columns > this.limits.columns) {
      record.problems.push({
        code: 'too_many_columns',
        scope: 'record',
        line: record.line,
        column: this.limits.columns + 1,
        count: record.columns,
      })
    }
    this.onRecord(record)
    state.record = emptyRecord(state.line)
    state.recordCharacters = 0
  }

  /** Cuts a piece out of the text; notes the flaws that lie in it. */
  private take(text: string, from: number, to: number): string {
    const piece = text.slice(from, to)
    const flaw = this.flaws[this.flawIndex]
    return flaw === undefined || flaw.at >= to ? piece : this.noteFlaws(piece, to)
  }

  private noteFlaws(piece: string, to: number): string {
    const { cellFlaws } = this.state
    let flaw = this.flaws[this.flawIndex]
    while (flaw !== undefined && flaw.at < to) {
      const { kind, byteOffset } = flaw
      const known = cellFlaws.find((other) => other.kind === kind)
      if (known) known.count += 1
      else cellFlaws.push({ kind, byteOffset, count: 1 })
      this.flawIndex += 1
      flaw = this.flaws[this.flawIndex]
    }
    return piece.replaceAll('\0', '')
  }

  private reportFlaws(): void {
    for (const { kind, byteOffset, count } of this.state.cellFlaws) {
      this.report(kind, 'cell', { byteOffset, count })
    }
  }

  /** Once a row is too large, every further cell is: say it once. */
  private reportCut(code: 'cell_too_large' | 'record_too_large'): void {
    const known = this.state.record.problems.some((problem) => problem.code === 'record_too_large')
    if (!known) this.report(code, 'record')
  }

  /** Called before the cell is counted, hence the column after the last one. */
  private reportUnclosedQuote(): void {
    const { line, record } = this.state
    const count = line - record.line
    const column = record.columns + 1
    this.report('unclosed_quote', count > 0 ? 'file' : 'record', { count, column })
  }

  private report(
    code: ProblemCode,
    scope: ProblemScope,
    more: { byteOffset?: number; count?: number; column?: number } = {},
  ): void {
    const { record } = this.state
    record.problems.push({ code, scope, line: record.line, column: record.columns, ...more })
  }

  /** Line breaks inside a quoted cell: LF, CR and CRLF each count once, also across parts. */
  private countLines(text: string, from: number, to: number): void {
    const { state } = this
    if (from === to) return
    let at = from
    if (state.afterCr && text.charCodeAt(at) === LF) at += 1
    state.afterCr = text.charCodeAt(to - 1) === CR
    for (; at < to; at++) {
      const code = text.charCodeAt(at)
      if (code === LF) state.line += 1
      else if (code === CR) {
        state.line += 1
        if (at + 1 < to && text.charCodeAt(at + 1) === LF) at += 1
      }
    }
  }
}

function withoutHalfPair(text: string): string {
  const last = text.charCodeAt(text.length - 1)
  return last >= 0xd800 && last <= 0xdbff ? text.slice(0, -1) : text
}
