'use client'

import { useId, useState } from 'react'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { Dialog } from '@/components/ui/dialog'

/** A field that two people changed: what each of them made of it, in words. */
export interface ConflictRow {
  name: string
  label: string
  mine: string
  theirs: string
}

export type ConflictSide = 'mine' | 'theirs'
/** By the names of the fields. */
export type ConflictChoice = Readonly<Record<string, ConflictSide>>

const sides = [
  { side: 'mine', title: 'Keep mine' },
  { side: 'theirs', title: 'Take theirs' },
] as const

export interface ConflictDialogProps {
  /** Null while there is no conflict. */
  rows: readonly ConflictRow[] | null
  onClose: () => void
  onChoose: (choice: ConflictChoice) => void
}

/**
 * What somebody else made of it meanwhile beside one's own, field by field. Nothing is chosen
 * beforehand, because either choice drops what a person wanted.
 */
export function ConflictDialog({ rows, onClose, onChoose }: ConflictDialogProps) {
  const [choice, setChoice] = useState<ConflictChoice>({})
  const id = useId()
  const close = () => {
    setChoice({})
    onClose()
  }
  const decided = rows?.every(({ name }) => choice[name] !== undefined) ?? false
  return (
    <Dialog
      open={rows !== null}
      onClose={close}
      size="md"
      title="Somebody else changed this"
      description="Nothing of yours is saved yet. Choose which to keep."
      footer={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button
            variant="primary"
            disabled={!decided}
            onClick={() => {
              onChoose(choice)
              setChoice({})
            }}
          >
            Save the choice
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {rows?.map((row) => (
          <fieldset key={row.name} className="min-w-0">
            <legend className="mb-1.5 font-medium text-ink-muted text-xs">{row.label}</legend>
            <div className="grid grid-cols-1 gap-2 sm:grid-cols-2">
              {sides.map(({ side, title }) => (
                <Side
                  key={side}
                  title={title}
                  value={row[side]}
                  name={`${id}-${row.name}`}
                  chosen={choice[row.name] === side}
                  onChoose={() => setChoice({ ...choice, [row.name]: side })}
                />
              ))}
            </div>
          </fieldset>
        ))}
      </div>
    </Dialog>
  )
}

function Side({
  title,
  value,
  name,
  chosen,
  onChoose,
}: {
  title: string
  value: string
  name: string
  chosen: boolean
  onChoose: () => void
}) {
  return (
    <label
      className={cn(
        'flex min-w-0 cursor-pointer items-start gap-2 rounded-md border p-3 hover:bg-hover has-focus-visible:outline-2 has-focus-visible:outline-accent-text',
        chosen && 'border-accent-line bg-hover ring-1 ring-accent-line',
      )}
    >
      <input
        type="radio"
        name={name}
        checked={chosen}
        onChange={onChoose}
        className="mt-1 accent-accent outline-none"
      />
      <span className="min-w-0">
        <span className="block text-ink-muted text-xs">{title}</span>
        <span className="block break-words font-medium">{value}</span>
      </span>
    </label>
  )
}
