'use client'

import { Check, X } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { Kbd } from '@/components/ui/kbd'

export interface DecisionBarProps {
  selected: number
  /** Columns with an attribute that wait for a decision. */
  undecided: number
  /** Those of them that the engine is sure of. */
  recognised: number
  busy: boolean
  onApproveAll: () => void
  onApproveRecognised: () => void
  onApproveSelected: () => void
  onRejectSelected: () => void
  onClear: () => void
}

/** Decisions for many columns at once; it stays in sight while the lanes scroll. */
export function DecisionBar(props: DecisionBarProps) {
  return (
    <div className="sticky top-12 z-30 -mx-1 mb-4 flex flex-wrap items-center gap-2 border-b bg-canvas px-1 py-2">
      {props.selected > 0 ? <ForSelected {...props} /> : <ForAll {...props} />}
      <p className="ml-auto flex items-center gap-1 text-ink-muted text-xs max-lg:hidden">
        <Kbd>J</Kbd>
        <Kbd>K</Kbd> move <Kbd>X</Kbd> select <Kbd>A</Kbd> approve <Kbd>R</Kbd> reject
      </p>
    </div>
  )
}

function ForSelected({
  selected,
  busy,
  onApproveSelected,
  onRejectSelected,
  onClear,
}: DecisionBarProps) {
  return (
    <>
      <p className="tabular mr-2 text-sm">{selected} selected</p>
      <Button variant="primary" busy={busy} disabled={busy} onClick={onApproveSelected}>
        <Check aria-hidden />
        Approve selected
      </Button>
      <Button disabled={busy} onClick={onRejectSelected}>
        <X aria-hidden />
        Reject selected
      </Button>
      <Button variant="quiet" disabled={busy} onClick={onClear}>
        Clear
      </Button>
    </>
  )
}

function ForAll({
  undecided,
  recognised,
  busy,
  onApproveAll,
  onApproveRecognised,
}: DecisionBarProps) {
  return (
    <>
      <Button
        variant="primary"
        busy={busy}
        disabled={busy || undecided === 0}
        onClick={onApproveAll}
      >
        <Check aria-hidden />
        Approve all {undecided}
      </Button>
      {recognised > 0 && recognised < undecided && (
        <Button disabled={busy} onClick={onApproveRecognised}>
          Approve {recognised} auto-mapped
        </Button>
      )}
    </>
  )
}
