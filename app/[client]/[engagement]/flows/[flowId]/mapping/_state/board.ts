import type { MappingView, PassedOver, SeenColumn } from '@/lib/domain/mapping/page/schema'

/** What a person decided, and how the columns look for it. */
export type Verdict =
  | { kind: 'approve' | 'reject' }
  | { kind: 'change'; attribute: string | null }
  /** Back to what the columns were. */
  | { kind: 'undo'; earlier: readonly MappingView[] }

/** A decision of this browser whose answer is awaited. */
export interface Decision {
  id: string
  verdict: Verdict
  /** The columns in the state in which they were seen. */
  columns: readonly SeenColumn[]
}

/** What a browser knows of a file's columns. */
export interface Board {
  /** The newest known state of each column, in the order of the file. */
  known: readonly MappingView[]
  /** In the order in which they were made. */
  inFlight: readonly Decision[]
}

export type BoardEvent =
  | { kind: 'read'; columns: readonly MappingView[] }
  | { kind: 'decided'; decision: Decision }
  | { kind: 'answered'; id: string; passedOver: readonly PassedOver[] }
  | { kind: 'refused'; id: string }

/** The columns as they came, before anybody here has decided. */
export function beginBoard(columns: readonly MappingView[]): Board {
  return { known: columns, inFlight: [] }
}

/**
 * What a browser knows after an event. Answers and reads may come in any order: of each column the
 * newest version counts, so that an answer that was long on its way changes nothing back.
 */
export function boardAfter(board: Board, event: BoardEvent): Board {
  switch (event.kind) {
    case 'read':
      return { ...board, known: mergeRead(board.known, event.columns) }
    case 'decided':
      return { ...board, inFlight: [...board.inFlight, event.decision] }
    case 'refused':
      return without(board, event.id)
    case 'answered': {
      const decision = board.inFlight.find(({ id }) => id === event.id)
      if (decision === undefined) return board
      const passed = new Set(event.passedOver.map(({ mappingId }) => mappingId))
      const done = decision.columns.filter(({ mappingId }) => !passed.has(mappingId))
      const known = applied(board.known, { ...decision, columns: done })
      return without({ ...board, known }, event.id)
    }
  }
}

/** How the columns are shown: as they are known, and as the decisions in flight will leave them. */
export function shownColumns({ known, inFlight }: Board): readonly MappingView[] {
  return inFlight.reduce(applied, known)
}

/** Ids of the columns about which an answer is awaited. */
export function settlingColumns({ inFlight }: Board): ReadonlySet<string> {
  return new Set(inFlight.flatMap(({ columns }) => columns.map(({ mappingId }) => mappingId)))
}

function without(board: Board, decision: string): Board {
  return { ...board, inFlight: board.inFlight.filter(({ id }) => id !== decision) }
}

/** Columns that are in the state that a decision was made about, as the decision leaves them. */
function applied(
  columns: readonly MappingView[],
  { verdict, columns: seen }: Decision,
): readonly MappingView[] {
  const versions = new Map(seen.map(({ mappingId, version }) => [mappingId, version]))
  return columns.map((column) =>
    versions.get(column.mappingId) === column.version
      ? { ...outcome(column, verdict), version: column.version + 1 }
      : column,
  )
}

function outcome(column: MappingView, verdict: Verdict): MappingView {
  switch (verdict.kind) {
    case 'approve':
      return { ...column, state: 'approved' }
    case 'reject':
      return { ...column, state: 'rejected' }
    case 'undo':
      return verdict.earlier.find(({ mappingId }) => mappingId === column.mappingId) ?? column
    case 'change': {
      const { attribute } = verdict
      const left = attribute === null
      return { ...column, attribute, state: left ? 'rejected' : 'approved', sourceUnit: null }
    }
  }
}

/** A column that did not change stays the same object, so that nobody draws it anew. */
function mergeRead(
  known: readonly MappingView[],
  read: readonly MappingView[],
): readonly MappingView[] {
  const before = new Map(known.map((column) => [column.mappingId, column]))
  const merged = read.map((column) => {
    const mine = before.get(column.mappingId)
    return mine && (mine.version > column.version || isSame(mine, column)) ? mine : column
  })
  const unchanged = merged.length === known.length && merged.every((one, at) => one === known[at])
  return unchanged ? known : merged
}

function isSame(one: MappingView, other: MappingView): boolean {
  return one.version === other.version && JSON.stringify(one) === JSON.stringify(other)
}
