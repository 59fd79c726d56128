'use client'

import { Check, X } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { cn } from '@/components/ui/cn'
import { Mono } from '@/components/ui/code'
import { Confidence } from '@/components/ui/confidence'
import { Select } from '@/components/ui/select'
import { Status } from '@/components/ui/status'
import type { AttributeChoice, MappingView } from '@/lib/domain/mapping/page/schema'
import { attributeWords } from './attribute-words'
import { isUndecided } from './columns-of-page'

export interface MappingCardProps {
  mapping: MappingView
  attributes: readonly AttributeChoice[]
  /** Whether the flow waits here and the person may decide. */
  open: boolean
  busy: boolean
  current: boolean
  selected: boolean
  onSelect: (selected: boolean) => void
  onFocus: () => void
  onApprove: () => void
  onReject: () => void
  onChange: (attribute: string | null) => void
}

/** One column of the file: where it goes, why, and what its values look like. */
export function MappingCard(props: MappingCardProps) {
  const { mapping, open, busy, current, selected } = props
  const undecided = isUndecided(mapping)
  return (
    <li
      id={`column-${mapping.position}`}
      aria-label={`Column ${mapping.header}`}
      aria-current={current || undefined}
      tabIndex={-1}
      onFocus={props.onFocus}
      className={cn(
        'scroll-mt-28 rounded-md border bg-surface p-3 shadow-xs outline-offset-2',
        current && 'border-accent-line ring-1 ring-accent-line',
      )}
    >
      <div className="flex items-start gap-2">
        {open && undecided && (
          <Checkbox
            hideLabel
            label={`Select ${mapping.header}`}
            checked={selected}
            disabled={busy}
            onChange={(event) => props.onSelect(event.target.checked)}
          />
        )}
        <div className="min-w-0 flex-1">
          <div className="flex items-baseline justify-between gap-3">
            <h3 className="min-w-0 break-words font-medium">
              <Mono>{mapping.header}</Mono>
            </h3>
            {mapping.attribute !== null && undecided && <Confidence value={mapping.confidence} />}
            {!undecided && mapping.attribute !== null && <Status status={mapping.state} plain />}
          </div>
          <div className="mt-1.5 flex items-center gap-1.5">
            <Target {...props} />
            {open && undecided && <Decisions {...props} />}
          </div>
          <Samples samples={mapping.samples} />
          <Reasons mapping={mapping} />
        </div>
      </div>
    </li>
  )
}

function Target({ mapping, attributes, open, busy, onChange }: MappingCardProps) {
  if (!open) {
    return (
      <p className="text-ink-muted text-sm">
        {mapping.attribute !== null && '→ '}
        {attributeWords(attributes, mapping.attribute)}
      </p>
    )
  }
  return (
    <Select
      aria-label={`Attribute of ${mapping.header}`}
      placeholder="Left out of the inventory"
      value={mapping.state === 'rejected' ? '' : (mapping.attribute ?? '')}
      disabled={busy}
      onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
      options={attributeGroups(attributes)}
    />
  )
}

function Decisions({ mapping, busy, onApprove, onReject }: MappingCardProps) {
  return (
    <>
      <Button square disabled={busy} title="Approve" onClick={onApprove}>
        <Check aria-hidden />
        <span className="sr-only">Approve {mapping.header}</span>
      </Button>
      <Button square variant="quiet" disabled={busy} title="Reject" onClick={onReject}>
        <X aria-hidden />
        <span className="sr-only">Reject {mapping.header}</span>
      </Button>
    </>
  )
}

function Samples({ samples }: { samples: readonly string[] }) {
  const shown = samples.filter((sample) => sample.trim() !== '').slice(0, 3)
  if (shown.length === 0) return <p className="mt-1.5 text-ink-faint text-xs">All values empty</p>
  return (
    <p className="mt-1.5 truncate text-ink-muted text-xs" title={shown.join(' · ')}>
      <span className="sr-only">Such as </span>
      <Mono>{shown.join(' · ')}</Mono>
    </p>
  )
}

function Reasons({ mapping }: { mapping: MappingView }) {
  const [first, ...more] = mapping.reasons
  const [all, setAll] = useState(false)
  if (first === undefined) return null
  const unit =
    mapping.sourceUnit && mapping.targetUnit && mapping.sourceUnit !== mapping.targetUnit
      ? ` Converted from ${mapping.sourceUnit} to ${mapping.targetUnit}.`
      : ''
  return (
    <div className="mt-1.5 text-ink-muted text-xs">
      <p>
        {first}
        {unit}
        {more.length > 0 && (
          <button
            type="button"
            aria-expanded={all}
            className="ml-1 min-h-6 text-accent-text underline-offset-2 hover:underline"
            onClick={() => setAll(!all)}
          >
            {all ? 'Less' : `${more.length} more`}
            <span className="sr-only"> about {mapping.header}</span>
          </button>
        )}
      </p>
      {all && (
        <ul className="mt-1 list-disc pl-4">
          {more.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
    </div>
  )
}

function attributeGroups(attributes: readonly AttributeChoice[]) {
  const groups = new Map<string, { value: string; label: string }[]>()
  for (const { name, group, label, unit } of attributes) {
    const options = groups.get(group) ?? []
    options.push({ value: name, label: unit ? `${label} (${unit})` : label })
    groups.set(group, options)
  }
  return [...groups].map(([label, options]) => ({ label: capitalised(label), options }))
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
