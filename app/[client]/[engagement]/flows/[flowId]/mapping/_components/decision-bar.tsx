'use client'

import { Check, X } from 'lucide-react'
import { type ReactNode, useLayoutEffect, useRef } from 'react'
import { useFocusInside } from '@/components/keyboard/use-focus-inside'
import { Button } from '@/components/ui/button'
import { SearchInput } from '@/components/ui/search-input'

export interface DecisionBarProps {
  search: string
  onSearch: (search: string) => void
  selected: number
  /** Columns with an attribute that wait for a decision, of those that the search leaves. */
  undecided: number
  /** Those of them that the engine is sure of. */
  recognised: number
  /** Whether the flow waits here and the person may decide. */
  open: boolean
  onApproveAll: () => void
  onApproveRecognised: () => void
  onApproveSelected: () => void
  onRejectSelected: () => void
  onSelectAll: () => void
  onSelectInView: () => void
  onClear: () => void
  /** Who else is here. */
  children: ReactNode
}

/** The search, and decisions for many columns at once; it stays in sight while the lanes scroll. */
export function DecisionBar(props: DecisionBarProps) {
  const { search, onSearch, open, children } = props
  return (
    <div className="sticky top-12 z-30 -mx-1 mb-3 flex flex-wrap items-center gap-2 border-b bg-canvas px-1 py-2">
      <SearchInput
        label="Search columns"
        value={search}
        onChange={(event) => onSearch(event.target.value)}
        className="min-w-0 flex-1 sm:max-w-56"
      />
      <div className="sm:order-last sm:ml-auto">{children}</div>
      {open && <Decisions {...props} />}
    </div>
  )
}

/**
 * The buttons change with the selection. Whoever pressed one that goes has the focus before the new
 * ones, and not on one of them: a second press must not decide.
 */
function Decisions(props: DecisionBarProps) {
  const group = useRef<HTMLFieldSetElement>(null)
  const { isLost, around } = useFocusInside()
  useLayoutEffect(() => {
    if (isLost()) group.current?.focus()
  })
  return (
    <fieldset
      ref={group}
      tabIndex={-1}
      aria-label="Several columns at once"
      className="flex flex-wrap items-center gap-2 rounded-md max-sm:w-full"
      {...around}
    >
      {props.selected > 0 ? <ForSelected {...props} /> : <ForAll {...props} />}
    </fieldset>
  )
}

/** "all 212 matching" under a search, else "all 600". */
const allOf = ({ undecided, search }: DecisionBarProps) =>
  `all ${undecided.toLocaleString('en-US')}${search.trim() === '' ? '' : ' matching'}`

function ForSelected(props: DecisionBarProps) {
  const { selected, undecided, onApproveSelected, onRejectSelected, onSelectAll, onClear } = props
  return (
    <>
      <p className="tabular text-sm" role="status">
        {selected.toLocaleString('en-US')} selected
      </p>
      <Button variant="primary" onClick={onApproveSelected}>
        <Check aria-hidden />
        Approve selected
      </Button>
      <Button onClick={onRejectSelected}>
        <X aria-hidden />
        Reject selected
      </Button>
      {selected < undecided && (
        <Button variant="quiet" onClick={onSelectAll}>
          Select {allOf(props)}
        </Button>
      )}
      <Button variant="quiet" onClick={onClear}>
        Clear
      </Button>
    </>
  )
}

function ForAll(props: DecisionBarProps) {
  const { undecided, recognised, onApproveAll, onApproveRecognised, onSelectInView } = props
  return (
    <>
      <Button variant="primary" disabled={undecided === 0} onClick={onApproveAll}>
        <Check aria-hidden />
        Approve {allOf(props)}
      </Button>
      {recognised > 0 && recognised < undecided && (
        <Button onClick={onApproveRecognised}>
          Approve {recognised.toLocaleString('en-US')} auto-mapped
        </Button>
      )}
      {undecided > 0 && (
        <Button variant="quiet" onClick={onSelectInView}>
          Select those in view
        </Button>
      )}
    </>
  )
}
