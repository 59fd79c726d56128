import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { MappingView, SeenColumn } from '@/lib/domain/mapping/page/schema'
import {
  type Board,
  type BoardEvent,
  beginBoard,
  boardAfter,
  settlingColumns,
  shownColumns,
  type Verdict,
} from './board'

const column = (position: number, more: Partial<MappingView> = {}): MappingView => ({
  mappingId: `m${position}`,
  position,
  header: `Column ${position}`,
  attribute: 'name',
  confidence: 0.9,
  reasons: [],
  alternatives: [],
  samples: [],
  sourceUnit: null,
  targetUnit: null,
  state: 'auto_mapped',
  decidedBy: null,
  decidedAt: null,
  version: 1,
  ...more,
})
const columns = [column(0), column(1), column(2, { state: 'needs_review' })]
const seen = (...positions: number[]): SeenColumn[] =>
  positions.map((position) => ({ mappingId: `m${position}`, version: 1 }))
const after = (...events: BoardEvent[]) => events.reduce(boardAfter, beginBoard(columns))
const states = (board: Board) => shownColumns(board).map(({ state }) => state)
const decide = (verdict: Verdict, ...positions: number[]): BoardEvent => ({
  kind: 'decided',
  decision: { id: 'd', verdict, columns: seen(...positions) },
})
const approve = { kind: 'approve' } as const

test('a decision shows before its answer, and its refusal shows the old state again', () => {
  const decided = after(decide(approve, 0, 2))
  expect(states(decided)).toEqual(['approved', 'auto_mapped', 'approved'])
  expect([...settlingColumns(decided)]).toEqual(['m0', 'm2'])
  const refused = boardAfter(decided, { kind: 'refused', id: 'd' })
  expect(shownColumns(refused)).toBe(columns)
})

test('what somebody decided about meanwhile is shown as it was until it is read', () => {
  const answered = after(decide(approve, 0, 1), {
    kind: 'answered',
    id: 'd',
    passedOver: [{ mappingId: 'm1', by: 'Ana' }],
  })
  expect(states(answered)).toEqual(['approved', 'auto_mapped', 'needs_review'])
  expect(answered.known[0]?.version).toBe(2)
})

test("a colleague's newer state wins over a decision in flight", () => {
  const theirs = column(0, { state: 'rejected', version: 2, decidedBy: 'Ana' })
  const board = after(decide(approve, 0), { kind: 'read', columns: [theirs, column(1), column(2)] })
  expect(states(board)[0]).toBe('rejected')
})

test('an answer that was long on its way changes nothing back', () => {
  const board = after(
    decide(approve, 0),
    { kind: 'answered', id: 'd', passedOver: [] },
    { kind: 'read', columns: columns.map((one) => ({ ...one })) },
  )
  expect(states(board)[0]).toBe('approved')
})

test('what did not change stays the same object', () => {
  const read = columns.map((one) => (one.position === 1 ? { ...one, version: 2 } : { ...one }))
  const board = after({ kind: 'read', columns: read })
  expect(board.known.map((one, at) => one === columns[at])).toEqual([true, false, true])
  const again = boardAfter(board, { kind: 'read', columns: read.map((one) => ({ ...one })) })
  expect(again.known).toBe(board.known)
})

test('an undo shows what the columns were', () => {
  const decided = after(decide(approve, 2), { kind: 'answered', id: 'd', passedOver: [] })
  const undo: BoardEvent = {
    kind: 'decided',
    decision: {
      id: 'u',
      verdict: { kind: 'undo', earlier: [column(2, { state: 'needs_review' })] },
      columns: [{ mappingId: 'm2', version: 2 }],
    },
  }
  const undone = boardAfter(decided, undo)
  expect(shownColumns(undone)[2]).toMatchObject({ state: 'needs_review', version: 3 })
})

describe('whatever order decisions, answers and reads come in', () => {
  /** The server: one decision about a column per version, as the commands have it. */
  function createServer() {
    let rows = columns.map((one) => ({ ...one }))
    return {
      rows: () => rows,
      handle(verdict: Verdict, wanted: readonly SeenColumn[]) {
        const passedOver = wanted
          .filter(({ mappingId, version }) => {
            const row = rows.find((one) => one.mappingId === mappingId)
            return row?.version !== version
          })
          .map(({ mappingId }) => ({ mappingId, by: 'Ana' }))
        const passed = new Set(passedOver.map(({ mappingId }) => mappingId))
        rows = rows.map((row) => {
          if (!wanted.some(({ mappingId }) => mappingId === row.mappingId)) return row
          if (passed.has(row.mappingId)) return row
          const state = verdict.kind === 'approve' ? 'approved' : 'rejected'
          return { ...row, state, version: row.version + 1, decidedBy: 'server' } as MappingView
        })
        return passedOver
      },
    }
  }

  const step = fc.oneof(
    fc.record({
      act: fc.constant('decide' as const),
      who: fc.nat(2),
      kind: fc.constantFrom('approve' as const, 'reject' as const),
      about: fc.subarray([0, 1, 2], { minLength: 1 }),
      fate: fc.constantFrom('answered' as const, 'lost' as const, 'failed' as const),
    }),
    fc.record({ act: fc.constant('read' as const), who: fc.nat(2) }),
    fc.record({ act: fc.constant('deliver' as const), pick: fc.nat() }),
  )

  test('every browser ends with what the server has, and none goes back', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), fc.array(fc.nat()), (steps, order) => {
        const server = createServer()
        const boards = [0, 1, 2].map(() => beginBoard(columns))
        const onTheWay: (() => void)[] = []
        let named = 0
        const tell = (who: number, event: BoardEvent) => {
          const before = boards[who] ?? expect.fail('no board')
          const next = boardAfter(before, event)
          for (const [at, row] of next.known.entries()) {
            expect(row.version).toBeGreaterThanOrEqual(before.known[at]?.version ?? 0)
          }
          boards[who] = next
        }
        const read = (who: number) => {
          const snapshot = server.rows().map((row) => ({ ...row }))
          onTheWay.push(() => tell(who, { kind: 'read', columns: snapshot }))
        }
        const deliver = (pick: number) => {
          const [arriving] = onTheWay.splice(pick % onTheWay.length, 1)
          arriving?.()
        }
        for (const one of steps) {
          if (one.act === 'read') read(one.who)
          else if (one.act === 'deliver') deliver(one.pick)
          else {
            const id = `d${named++}`
            const board = boards[one.who] ?? expect.fail('no board')
            const shown = shownColumns(board)
            const wanted = one.about.map((at) => {
              const { mappingId = '', version = 0 } = shown[at] ?? {}
              return { mappingId, version }
            })
            const verdict = { kind: one.kind }
            tell(one.who, { kind: 'decided', decision: { id, verdict, columns: wanted } })
            onTheWay.push(() => {
              if (one.fate === 'failed') {
                onTheWay.push(() => tell(one.who, { kind: 'refused', id }))
                return
              }
              const passedOver = server.handle(verdict, wanted)
              const refused = one.fate === 'lost'
              onTheWay.push(() =>
                tell(
                  one.who,
                  refused ? { kind: 'refused', id } : { kind: 'answered', id, passedOver },
                ),
              )
            })
          }
        }
        // All that is on its way arrives, and each change had every browser read once more.
        for (let at = 0; onTheWay.length > 0; at++) deliver(order[at] ?? 0)
        for (const who of boards.keys()) read(who)
        for (const who of boards.keys()) read(who)
        for (let at = 0; onTheWay.length > 0; at++) deliver(order[at] ?? at)
        for (const board of boards) {
          expect(board.inFlight).toEqual([])
          expect(shownColumns(board)).toEqual(server.rows())
        }
      }),
      { numRuns: 200 },
    )
  })
})
