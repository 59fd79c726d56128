'use client'

import { Trash2 } from 'lucide-react'
import { type SubmitEvent, useId, useState, useTransition } from 'react'
import { runAction } from '@/components/data/run-action'
import { toastDone, toastRefusal } from '@/components/feedback/toast'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import type { Result } from '@/lib/base/result'
import type { ImportId, ImportSummary } from '@/lib/domain/imports/schema'

export type RemoveImport = (previous: null, input: ImportId) => Promise<Result<unknown>>

/** Deletes one import, once its name was typed: what is lost does not come back. */
export function DeleteImport({
  row,
  remove,
}: {
  row: Pick<ImportSummary, 'importId' | 'fileName' | 'flowStatus' | 'rows'>
  remove: RemoveImport
}) {
  const [open, setOpen] = useState(false)
  const [refused, setRefused] = useState(false)
  const [busy, start] = useTransition()
  const id = useId()
  const show = (shown: boolean) => {
    setOpen(shown)
    setRefused(false)
  }
  const run = () =>
    start(async () => {
      const result = await runAction(() => remove(null, { importId: row.importId }))
      if (result.ok) toastDone(result, `${row.fileName} is deleted`)
      else toastRefusal(result, run)
      show(false)
    })
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const typed = new FormData(event.currentTarget).get('name')
    setRefused(typed !== row.fileName)
    if (typed === row.fileName && !busy) run()
  }

  return (
    <>
      <Button
        variant="quiet"
        size="sm"
        square
        aria-label={`Delete ${row.fileName}`}
        onClick={() => show(true)}
      >
        <Trash2 aria-hidden />
      </Button>
      <Dialog
        open={open}
        onClose={() => show(false)}
        title="Delete this import?"
        description={<Consequences row={row} />}
        footer={
          <>
            <Button onClick={() => show(false)}>Keep it</Button>
            <Button variant="danger" type="submit" form={`${id}-form`} busy={busy}>
              Delete import
            </Button>
          </>
        }
      >
        {open && (
          <form id={`${id}-form`} onSubmit={submit}>
            <Field
              id={`${id}-name`}
              label={`Type ${row.fileName} to confirm`}
              error={refused ? 'That is not the name of the file.' : undefined}
            >
              {(control) => (
                <Input
                  {...control}
                  name="name"
                  autoComplete="off"
                  autoCapitalize="none"
                  autoCorrect="off"
                  spellCheck={false}
                />
              )}
            </Field>
          </form>
        )}
      </Dialog>
    </>
  )
}

/** What is lost and what stays; read out with the dialog's title. */
function Consequences({ row }: { row: Pick<ImportSummary, 'flowStatus' | 'rows'> }) {
  const ends = row.flowStatus !== 'completed' && row.flowStatus !== 'cancelled'
  return (
    <>
      <span className="mt-2 block">
        <strong className="font-semibold text-ink">Lost for good:</strong> {lostRows(row.rows.in)},
        and the doubts about rows that became no asset.
        {ends && ' Its flow ends where it is.'}
      </span>
      <span className="mt-2 block">
        <strong className="font-semibold text-ink">Stays:</strong> every asset that came from it,
        with the name of this file as its source.
      </span>
    </>
  )
}

function lostRows(count: number): string {
  if (count === 0) return 'what has arrived of the file'
  if (count === 1) return 'the one row as it came'
  return `the ${count.toLocaleString('en-US')} rows as they came, the rejected ones among them`
}
