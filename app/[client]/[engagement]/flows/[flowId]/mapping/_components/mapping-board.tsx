'use client'

import { useState } from 'react'
import { ConflictDialog } from '@/components/forms/conflict-dialog'
import type { MappingPage } from '@/lib/domain/mapping/page/schema'
import { attributeWords } from './attribute-words'
import { byLane, isUndecided, type Lane, lanes, laneTitles } from './columns-of-page'
import { DecisionBar } from './decision-bar'
import { MappingCard } from './mapping-card'
import { type DecisionActions, useMappingDecisions } from './use-mapping-decisions'
import { useMappingKeys } from './use-mapping-keys'

export interface MappingBoardProps {
  page: MappingPage
  /** Whether this person may decide. */
  mayDecide: boolean
  actions: DecisionActions
}

/** The three lanes of the mapping page, with bulk decisions and keys. */
export function MappingBoard({ page, mayDecide, actions }: MappingBoardProps) {
  const open = page.open && mayDecide
  const sorted = byLane(page.columns)
  const inOrder = lanes.flatMap((lane) => sorted[lane])
  const [currentId, setCurrentId] = useState<string | null>(null)
  const current = inOrder.find((column) => column.mappingId === currentId)
  const decisions = useMappingDecisions(page.flowId, actions)
  const { busy, selected, toggle, clear, decide, change, conflict, settle } = decisions

  const decideHere = (kind: 'approve' | 'reject') => {
    const one = current && isUndecided(current) ? [current.mappingId] : []
    const ids = selected.size > 0 ? [...selected] : one
    if (open && !busy && ids.length > 0) decide(kind, { ids })
  }
  useMappingKeys({
    move: (step) => {
      const at = current ? inOrder.indexOf(current) + step : 0
      const next = inOrder[Math.min(inOrder.length - 1, Math.max(0, at))]
      if (next) document.getElementById(`column-${next.position}`)?.focus()
    },
    select: () => {
      if (open && current && isUndecided(current)) toggle(current.mappingId)
    },
    approve: () => decideHere('approve'),
    reject: () => decideHere('reject'),
  })

  return (
    <>
      {open && (
        <DecisionBar
          selected={selected.size}
          undecided={inOrder.filter(isUndecided).length}
          recognised={sorted.auto.length}
          busy={busy}
          onApproveAll={() => decide('approve', { all: true })}
          onApproveRecognised={() => decide('approve', { filter: { state: 'auto_mapped' } })}
          onApproveSelected={() => decide('approve', { ids: [...selected] })}
          onRejectSelected={() => decide('reject', { ids: [...selected] })}
          onClear={clear}
        />
      )}
      <div className="grid gap-4 lg:grid-cols-3" aria-busy={busy}>
        {lanes.map((lane) => (
          <section key={lane} aria-labelledby={`lane-${lane}`} className="min-w-0">
            <LaneHeading lane={lane} count={sorted[lane].length} />
            <ul className="flex flex-col gap-2">
              {sorted[lane].map((mapping) => (
                <MappingCard
                  key={mapping.mappingId}
                  mapping={mapping}
                  attributes={page.attributes}
                  open={open}
                  busy={busy}
                  current={mapping === current}
                  selected={selected.has(mapping.mappingId)}
                  onSelect={() => toggle(mapping.mappingId)}
                  onFocus={() => setCurrentId(mapping.mappingId)}
                  onApprove={() => decide('approve', { ids: [mapping.mappingId] })}
                  onReject={() => decide('reject', { ids: [mapping.mappingId] })}
                  onChange={(attribute) => change(mapping, attribute)}
                />
              ))}
            </ul>
          </section>
        ))}
      </div>
      <ConflictDialog
        rows={
          conflict && [
            {
              name: 'attribute',
              label: `Attribute of ${conflict.mapping.header}`,
              mine: attributeWords(page.attributes, conflict.mine),
              theirs: attributeWords(page.attributes, conflict.theirs),
            },
          ]
        }
        onClose={() => settle(null)}
        onChoose={({ attribute }) => settle(attribute ?? null)}
      />
    </>
  )
}

function LaneHeading({ lane, count }: { lane: Lane; count: number }) {
  const { title, empty } = laneTitles[lane]
  return (
    <>
      <h2 id={`lane-${lane}`} className="mb-2 flex items-center gap-2 font-semibold">
        {title}
        <span className="tabular rounded-full bg-hover px-2 font-normal text-ink-muted text-xs">
          {count}
        </span>
      </h2>
      {count === 0 && (
        <p className="rounded-md border border-dashed p-4 text-ink-muted text-sm">{empty}</p>
      )}
    </>
  )
}
