'use client'

import { useCallback, useState } from 'react'
import { usePlace } from '@/components/data/place'
import { fetched } from '@/components/feedback/fetched'
import { useLiveStatus } from '@/components/live/use-live'
import type { MappingPage } from '@/lib/domain/mapping/page/schema'
import { attributeWords } from '../_state/attribute-words'
import { isUndecided, type Lane, lanes } from '../_state/columns'
import { DecisionBar } from './decision-bar'
import { columnsInView } from './in-view'
import { LaneTabs } from './lane-tabs'
import { MappingLane } from './mapping-lane'
import { MappingNotices } from './mapping-notices'
import { PeopleHere } from './people-here'
import { useAddressValue } from './use-address-value'
import { useBoard } from './use-board'
import { useBoardKeys } from './use-board-keys'
import { useCardActions } from './use-card-actions'
import { useCurrentRow } from './use-current-row'
import { useDecisions } from './use-decisions'
import { usePeople } from './use-people'
import { useSelection } from './use-selection'

const ColumnDetails = fetched(() => import('./column-details').then((it) => it.ColumnDetails))
const Conflict = fetched(() => import('./mapping-conflict').then((it) => it.MappingConflictDialog))

/** Milliseconds. Safari refuses an address that changes more than a hundred times in thirty seconds. */
const typingPause = 500

export interface MappingBoardProps {
  page: MappingPage
  /** Whether this person may decide. */
  mayDecide: boolean
  /** Address of the flow in the API. */
  address: string
}

/** The three lanes of the mapping page, with bulk decisions, keys, and who else is here. */
export function MappingBoard({ page, mayDecide, address }: MappingBoardProps) {
  const { attributes } = page
  const mappings = `${address}/mappings`
  const [search, setSearch] = useAddressValue('find', typingPause)
  const [lane, setLane] = useAddressValue('lane')
  const board = useBoard(page, mappings, search)
  const { all, found, sorted } = board
  const open = board.open && mayDecide
  const selection = useSelection(page.flowId, found)
  const decisions = useDecisions({
    address: mappings,
    tell: board.tell,
    refresh: board.refresh,
    isTold: useLiveStatus() === 'live',
    done: selection.drop,
  })
  const row = useCurrentRow(sorted)
  const { others, claims } = usePeople(page.flowId, address, usePlace().user.userId, row.currentId)
  const [lookedAt, setLookedAt] = useState<string | null>(null)

  // Nothing is decided about a column that the search hides.
  const current = found.find(({ mappingId }) => mappingId === row.currentId)
  const looked = all.find(({ mappingId }) => mappingId === lookedAt)
  const undecided = found.filter(isUndecided)
  const decide = (kind: 'approve' | 'reject', columns: typeof found) => {
    const free = columns.filter(
      (column) => isUndecided(column) && !board.settling.has(column.mappingId),
    )
    if (open && free.length > 0) decisions.decide(kind, free)
  }
  const decideOne = (kind: 'approve' | 'reject') => (mappingId: string) =>
    decide(
      kind,
      all.filter((column) => column.mappingId === mappingId),
    )

  useBoardKeys({
    move: row.move,
    select: () => {
      if (open && current && isUndecided(current)) selection.toggle(current.mappingId)
    },
    decide: (kind) => {
      const here = current ? [current] : []
      decide(kind, selection.selected.length > 0 ? selection.selected : here)
    },
    look: () => setLookedAt(current?.mappingId ?? null),
    undo: decisions.undoLast,
  })
  const actions = useCardActions({
    select: selection.toggle,
    approve: decideOne('approve'),
    reject: decideOne('reject'),
    look: setLookedAt,
  })
  const words = useCallback(
    (attribute: string | null) => attributeWords(attributes, attribute),
    [attributes],
  )
  const shown = isLane(lane) ? lane : (lanes.find((one) => sorted[one].length > 0) ?? 'auto')

  return (
    <div {...row.around}>
      <p aria-live="polite" className="sr-only">
        {board.news}
      </p>
      <MappingNotices columns={all} identityMissing={board.identityMissing} open={board.open} />
      <DecisionBar
        search={search}
        onSearch={setSearch}
        open={open}
        selected={selection.selected.length}
        undecided={undecided.length}
        recognised={sorted.auto.length}
        onApproveAll={() => decide('approve', undecided)}
        onApproveRecognised={() => decide('approve', sorted.auto)}
        onApproveSelected={() => decide('approve', selection.selected)}
        onRejectSelected={() => decide('reject', selection.selected)}
        onSelectAll={() => selection.choose(undecided)}
        onSelectInView={() => selection.choose(columnsInView(sorted).filter(isUndecided))}
        onClear={() => selection.choose([])}
      >
        <PeopleHere people={others} />
      </DecisionBar>
      <LaneTabs sorted={sorted} shown={shown} onShow={setLane} />
      <div className="grid gap-4 lg:grid-cols-3">
        {lanes.map((one) => (
          <MappingLane
            key={one}
            flowId={page.flowId}
            lane={one}
            shown={one === shown}
            search={search}
            columns={sorted[one]}
            words={words}
            open={open}
            currentId={row.currentId}
            selected={selection.ids}
            settling={board.settling}
            moved={board.moved}
            claims={claims}
            actions={actions}
            onFocus={row.onRowFocus}
          />
        ))}
      </div>
      {looked && (
        <ColumnDetails
          key={looked.mappingId}
          mapping={looked}
          attributes={attributes}
          open={open && !board.settling.has(looked.mappingId)}
          claimedBy={claims.get(looked.mappingId) ?? null}
          onClose={() => setLookedAt(null)}
          onMissing={() => setLookedAt(null)}
          onChoose={(attribute, version) => {
            setLookedAt(null)
            row.focus(looked.mappingId)
            decisions.change(looked, attribute, version)
          }}
        />
      )}
      {decisions.conflict && (
        <Conflict
          conflict={decisions.conflict}
          words={words}
          onSettle={decisions.settle}
          onMissing={() => decisions.settle(false)}
        />
      )}
    </div>
  )
}

const isLane = (name: string): name is Lane => lanes.some((lane) => lane === name)
