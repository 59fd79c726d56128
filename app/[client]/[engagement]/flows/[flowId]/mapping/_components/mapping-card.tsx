'use client'

import { Check, ChevronDown, X } from 'lucide-react'
import { memo } from 'react'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { cn } from '@/components/ui/cn'
import { Mono } from '@/components/ui/code'
import { Confidence } from '@/components/ui/confidence'
import { controlStyle } from '@/components/ui/control-style'
import { Status } from '@/components/ui/status'
import type { MappingView } from '@/lib/domain/mapping/page/schema'
import { isUndecided } from '../_state/columns'
import { Initials } from './initials'

/** What can be done to a column; the same object for as long as the board stands. */
export interface CardActions {
  select: (mappingId: string) => void
  approve: (mappingId: string) => void
  reject: (mappingId: string) => void
  /** Shows all that is known of a column and lets another attribute be chosen. */
  look: (mappingId: string) => void
}

export interface MappingCardProps {
  mapping: MappingView
  /** The attribute in words. */
  target: string
  /** Whether the flow waits here and the person may decide. */
  open: boolean
  /** Whether an answer about it is awaited. */
  settling: boolean
  current: boolean
  selected: boolean
  /** Who else is at it, in words. */
  claimedBy: string | null
  actions: CardActions
}

/**
 * One column of the file: where it goes, why, and what its values look like. Of one height, whatever
 * it says; the rest is a press away.
 */
export const MappingCard = memo(function MappingCard(props: MappingCardProps) {
  const { mapping, open, current, selected, claimedBy, settling, actions } = props
  const undecided = isUndecided(mapping)
  return (
    <div
      aria-busy={settling || undefined}
      className={cn(
        'flex h-29 flex-col rounded-md border bg-surface px-3 py-2 shadow-xs outline-offset-1 pointer-coarse:h-32',
        'group-focus-visible:outline-2 group-focus-visible:outline-accent-text',
        selected && 'border-accent-line bg-accent-soft',
        current && 'border-accent-line ring-1 ring-accent-line',
      )}
    >
      <div className="flex min-h-6 items-center gap-2">
        {open && undecided && (
          <Checkbox
            hideLabel
            label={`Select ${mapping.header}`}
            checked={selected}
            disabled={settling}
            onChange={() => actions.select(mapping.mappingId)}
          />
        )}
        <h3 className="min-w-0 flex-1 truncate font-medium" title={mapping.header}>
          <Mono>{mapping.header}</Mono>
        </h3>
        {claimedBy !== null && (
          <Initials name={claimedBy} label={`${claimedBy} is at this column`} />
        )}
        <Standing mapping={mapping} undecided={undecided} />
      </div>
      <div className="mt-1 flex items-center gap-1.5">
        <Target {...props} />
        {open && undecided && <Decisions {...props} />}
      </div>
      <Samples samples={mapping.samples} />
      <Reasons mapping={mapping} onMore={() => actions.look(mapping.mappingId)} />
    </div>
  )
})

function Standing({ mapping, undecided }: { mapping: MappingView; undecided: boolean }) {
  if (mapping.attribute === null) return null
  if (undecided) return <Confidence value={mapping.confidence} className="shrink-0" />
  const who = mapping.decidedBy === null ? undefined : `by ${mapping.decidedBy}`
  return (
    <span title={who} className="shrink-0 text-sm">
      <Status status={mapping.state} plain />
    </span>
  )
}

function Target({ mapping, target, open, settling, actions }: MappingCardProps) {
  if (!open) {
    return (
      <p className="min-w-0 flex-1 truncate text-ink-muted text-sm">
        {mapping.attribute !== null && '→ '}
        {target}
      </p>
    )
  }
  return (
    <button
      type="button"
      aria-haspopup="dialog"
      aria-label={`Attribute of ${mapping.header}: ${target}`}
      disabled={settling}
      onClick={() => actions.look(mapping.mappingId)}
      className={cn(
        controlStyle,
        'flex h-7 items-center gap-1 px-2 text-left text-sm pointer-coarse:h-9',
      )}
    >
      <span className="min-w-0 flex-1 truncate">{target}</span>
      <ChevronDown aria-hidden className="size-3.5 shrink-0 text-ink-faint" />
    </button>
  )
}

function Decisions({ mapping, settling, actions }: MappingCardProps) {
  return (
    <>
      <Button
        square
        size="sm"
        disabled={settling}
        title="Approve"
        onClick={() => actions.approve(mapping.mappingId)}
      >
        <Check aria-hidden />
        <span className="sr-only">Approve {mapping.header}</span>
      </Button>
      <Button
        square
        size="sm"
        variant="quiet"
        disabled={settling}
        title="Reject"
        onClick={() => actions.reject(mapping.mappingId)}
      >
        <X aria-hidden />
        <span className="sr-only">Reject {mapping.header}</span>
      </Button>
    </>
  )
}

function Samples({ samples }: { samples: readonly string[] }) {
  const shown = samples.filter((sample) => sample.trim() !== '').slice(0, 3)
  if (shown.length === 0) return <p className="mt-1 text-ink-faint text-xs">All values empty</p>
  return (
    <p className="mt-1 truncate text-ink-muted text-xs" title={shown.join(' · ')}>
      <span className="sr-only">Such as </span>
      <Mono>{shown.join(' · ')}</Mono>
    </p>
  )
}

function Reasons({ mapping, onMore }: { mapping: MappingView; onMore: () => void }) {
  const [first, ...more] = mapping.reasons
  if (first === undefined) return null
  return (
    <p className="flex min-h-6 items-center gap-1 text-ink-muted text-xs">
      <span className="min-w-0 truncate" title={first}>
        {first}
      </span>
      {more.length > 0 && (
        <button
          type="button"
          className="min-h-6 shrink-0 text-accent-text underline-offset-2 hover:underline"
          onClick={onMore}
        >
          {more.length} more
          <span className="sr-only"> about {mapping.header}</span>
        </button>
      )}
    </p>
  )
}
