'use client'

import { Mono } from '@/components/ui/code'
import { Dialog } from '@/components/ui/dialog'
import type { AttributeChoice, MappingView } from '@/lib/domain/mapping/page/schema'
import { AttributePicker } from './attribute-picker'

export interface ColumnDetailsProps {
  mapping: MappingView
  attributes: readonly AttributeChoice[]
  /** Whether another attribute may be chosen. */
  open: boolean
  /** Who else is at the column, in words. */
  claimedBy: string | null
  /** @param version of the column that the person saw when they began to choose */
  onChoose: (attribute: string | null, version: number) => void
  onClose: () => void
}

/** All that is known of a column, and the choice of its attribute. */
export function ColumnDetails({ mapping, claimedBy, onClose, ...choice }: ColumnDetailsProps) {
  const { samples, reasons, sourceUnit, targetUnit } = mapping
  const shown = samples.filter((sample) => sample.trim() !== '')
  const converted = sourceUnit && targetUnit && sourceUnit !== targetUnit
  return (
    <Dialog open onClose={onClose} size="md" title={mapping.header}>
      <div className="flex flex-col gap-3">
        {claimedBy !== null && (
          <p className="text-sm text-warn-text">{claimedBy} is at this column, too.</p>
        )}
        {choice.open && <AttributePicker mapping={mapping} {...choice} />}
        <div>
          <h3 className="font-medium text-sm">Values</h3>
          <p className="break-words text-ink-muted text-sm">
            {shown.length === 0 ? 'All empty' : <Mono>{shown.join(' · ')}</Mono>}
          </p>
        </div>
        <div>
          <h3 className="font-medium text-sm">Why</h3>
          <ul className="list-disc pl-4 text-ink-muted text-sm">
            {reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
            {converted && (
              <li>
                Converted from {sourceUnit} to {targetUnit}
              </li>
            )}
          </ul>
        </div>
      </div>
    </Dialog>
  )
}
