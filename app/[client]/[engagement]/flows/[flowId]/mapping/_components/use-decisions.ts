'use client'

import { type Dispatch, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { browserRuntime } from '@/components/data/browser-runtime'
import { sendOrKeep } from '@/components/data/kept-writes'
import {
  takeBack,
  toastDone,
  toastFailure,
  toastRefusal,
  toastUndoable,
} from '@/components/feedback/toast'
import { newerStateOf } from '@/lib/base/conflict'
import { type Failure, failure, type Result } from '@/lib/base/result'
import type { MappingsDecided, MappingView, SeenColumn } from '@/lib/domain/mapping/page/schema'
import type { BoardEvent, Verdict } from '../_state/board'
import { decisionWords } from '../_state/decision-words'

/** What a person wants to become of columns, as they see them. */
interface Wish {
  verdict: Verdict
  columns: readonly MappingView[]
  /** Its name for the server, the same when it is sent again. */
  key: string
}

/** A change of which somebody else's came first; the person has to choose. */
export interface MappingConflict {
  mapping: MappingView
  mine: string | null
  theirs: string | null
  /** From which the column can be changed again. */
  version: number
}

interface Settings {
  /** Address of the columns in the API. */
  address: string
  tell: Dispatch<BoardEvent>
  /** Asks the server how the columns stand. */
  refresh: () => Promise<void>
  /** Whether changes are heard of, so that one's own need no asking. */
  isTold: boolean
  /** Told of columns about which a decision was made. */
  done: (columns: readonly MappingView[]) => void
}

const seen = (columns: readonly MappingView[]): SeenColumn[] =>
  columns.map(({ mappingId, version }) => ({ mappingId, version }))

/**
 * Decides, shows it before the answer, and says what became of it. A refusal shows the old state
 * again; a failure can be tried again, a decision taken back.
 */
export function useDecisions(settings: Settings) {
  const latest = useRef(settings)
  useEffect(() => {
    latest.current = settings
  })
  const undoLast = useRef<(() => void) | null>(null)
  const [conflict, setConflict] = useState<MappingConflict | null>(null)

  const run = useCallback(async (wish: Wish): Promise<Result<MappingsDecided>> => {
    const { tell, address, refresh, done, isTold } = latest.current
    const { key: id, verdict, columns } = wish
    tell({ kind: 'decided', decision: { id, verdict, columns: seen(columns) } })
    const request = requestOf(address, wish)
    const answer = await sendOrKeep<MappingsDecided>(request, { kind: 'default' })
    if (answer.ok) {
      tell({ kind: 'answered', id, passedOver: answer.data.passedOver })
      done(columns)
    } else tell({ kind: 'refused', id })
    if (!answer.ok || !isTold) void refresh()
    return answer
  }, [])

  const undo = useCallback(
    async (earlier: readonly MappingView[]) => {
      undoLast.current = null
      const columns = earlier.map((column) => ({ ...column, version: column.version + 1 }))
      const key = browserRuntime.newKey()
      const answer = await run({ verdict: { kind: 'undo', earlier }, columns, key })
      if (!answer.ok || answer.data.passedOver.length === 0) return answer
      const { decided, passedOver } = answer.data
      return failure('conflict', { message: decisionWords('undo', decided, passedOver) })
    },
    [run],
  )

  const sayDone = useCallback(
    (answer: Extract<Result<MappingsDecided>, { ok: true }>, said: string, { columns }: Wish) => {
      const { passedOver, decided, continues } = answer.data
      if (continues) return toastDone(answer, said, 'The flow goes on.')
      if (decided === 0) return toastFailure(said)
      const passed = new Set(passedOver.map(({ mappingId }) => mappingId))
      const mine = columns.filter(({ mappingId }) => !passed.has(mappingId))
      undoLast.current = () => void takeBack(() => undo(mine))
      toastUndoable(answer, said, () => undo(mine))
    },
    [undo],
  )

  const wish = useCallback(
    async (wanted: Wish, onRefusal?: (refusal: Failure) => boolean) => {
      const answer = await run(wanted)
      if (answer.ok) return sayDone(answer, wordsOf(wanted, answer.data), wanted)
      if (onRefusal?.(answer)) return
      toastRefusal(answer, () => void wish(wanted, onRefusal))
    },
    [run, sayDone],
  )

  return useMemo(() => {
    /** @param version of the column that the person saw */
    const change = (mapping: MappingView, attribute: string | null, version: number) => {
      const columns = [{ ...mapping, version }]
      const key = browserRuntime.newKey()
      void wish({ verdict: { kind: 'change', attribute }, columns, key }, (refusal) => {
        const newer = refusal.code === 'conflict' ? newerStateOf(refusal) : null
        if (newer === null) return false
        const theirs = newer.values.attribute
        if (theirs === attribute) toastFailure('Somebody else chose the same meanwhile.')
        else {
          const words = typeof theirs === 'string' ? theirs : null
          setConflict({ mapping, mine: attribute, theirs: words, version: newer.version })
        }
        return true
      })
    }
    return {
      decide: (kind: 'approve' | 'reject', columns: readonly MappingView[]) => {
        if (columns.length === 0) return
        void wish({ verdict: { kind }, columns, key: browserRuntime.newKey() })
      },
      change,
      undoLast: () => undoLast.current?.(),
      conflict,
      settle: (keepMine: boolean) => {
        setConflict(null)
        if (keepMine && conflict) change(conflict.mapping, conflict.mine, conflict.version)
      },
    }
  }, [conflict, wish])
}

function requestOf(address: string, { verdict, columns, key }: Wish) {
  const [column] = columns
  if (verdict.kind === 'change' && column) {
    const body = { attribute: verdict.attribute, version: column.version }
    return { address: `${address}/${column.mappingId}`, method: 'PATCH', body, key } as const
  }
  const body = { columns: seen(columns) }
  return { address: `${address}/${verdict.kind}`, method: 'POST', body, key } as const
}

function wordsOf({ verdict, columns }: Wish, { decided, passedOver }: MappingsDecided): string {
  if (verdict.kind === 'change') return `${columns[0]?.header ?? ''} changed`
  return decisionWords(verdict.kind, decided, passedOver)
}
