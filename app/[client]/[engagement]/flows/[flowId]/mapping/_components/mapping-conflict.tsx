'use client'

import { ConflictDialog } from '@/components/forms/conflict-dialog'
import type { MappingConflict } from './use-decisions'

/** A person chose an attribute, and somebody else another one first. */
export function MappingConflictDialog({
  conflict,
  words,
  onSettle,
}: {
  conflict: MappingConflict
  /** An attribute's name in words. */
  words: (attribute: string | null) => string
  onSettle: (keepMine: boolean) => void
}) {
  const { mapping, mine, theirs } = conflict
  const label = `Attribute of ${mapping.header}`
  return (
    <ConflictDialog
      rows={[{ name: 'attribute', label, mine: words(mine), theirs: words(theirs) }]}
      onClose={() => onSettle(false)}
      onChoose={({ attribute }) => onSettle(attribute === 'mine')}
    />
  )
}
