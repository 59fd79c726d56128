'use client'

import { Link2, PenLine, Trash2, UserRound, UsersRound } from 'lucide-react'
import type { ReactNode } from 'react'
import { copyText } from '@/components/feedback/copy-text'
import { ActionForm, type ActionFormProps } from '@/components/forms/action-form'
import { SubmitButton } from '@/components/forms/submit-button'
import type { ViewActions, ViewItem } from './view-item'

const line =
  'flex min-h-8 w-full items-center gap-2.5 rounded-md px-2 text-left hover:bg-hover focus-visible:-outline-offset-2 pointer-coarse:min-h-10 [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-ink-muted'

interface ManageViewProps {
  /** The panel around it, which closes with a choice. */
  panel: string
  view: ViewItem
  mayShare: boolean
  actions: ViewActions
  onRename: () => void
}

/** What can be done with the view that is shown. */
export function ManageView({ panel, view, mayShare, actions, onRename }: ManageViewProps) {
  const { id, version, name, shared, href, mine, mayChange } = view
  const owner = mine ? 'myself' : 'its owner'
  const mayMove = mayChange && (shared || mayShare)
  return (
    <section aria-label={`View ${name}`} className="p-1.5">
      <Choice panel={panel} onChoose={() => copyLink(href)}>
        <Link2 aria-hidden />
        Copy link
      </Choice>
      {mayChange && (
        <Choice panel={panel} onChoose={onRename}>
          <PenLine aria-hidden />
          Rename…
        </Choice>
      )}
      {mayMove && (
        <ChoiceForm
          action={actions.change}
          values={{ id, version, shared: !shared }}
          successMessage={`“${name}” is ${shared ? 'no longer shared' : 'shared'}`}
        >
          {shared ? <UserRound aria-hidden /> : <UsersRound aria-hidden />}
          {shared ? `Keep to ${owner}` : 'Share with everybody here'}
        </ChoiceForm>
      )}
      {mayChange && (
        <ChoiceForm
          action={actions.remove}
          values={{ id, version }}
          successMessage={`“${name}” is deleted`}
          undo={() => actions.restore(null, { id })}
        >
          <Trash2 aria-hidden />
          Delete
        </ChoiceForm>
      )}
    </section>
  )
}

function copyLink(href: string): Promise<void> {
  return copyText(new URL(href, window.location.href).href, {
    done: 'The link is copied',
    description: 'It opens for every member of this engagement.',
    instead: 'Copy the address of the page instead.',
  })
}

function Choice({
  panel,
  onChoose,
  children,
}: {
  panel: string
  onChoose: () => void
  children: ReactNode
}) {
  return (
    <button
      type="button"
      popoverTarget={panel}
      popoverTargetAction="hide"
      onClick={onChoose}
      className={line}
    >
      {children}
    </button>
  )
}

function ChoiceForm<T>({
  values,
  children,
  ...form
}: Pick<ActionFormProps<T>, 'action' | 'successMessage' | 'undo'> & {
  values: Readonly<Record<string, string | number | boolean>>
  children: ReactNode
}) {
  return (
    <ActionForm failures="toast" onConflict="repeat" {...form}>
      <Values of={values} />
      <button type="submit" className={line}>
        {children}
      </button>
    </ActionForm>
  )
}

function Values({ of }: { of: Readonly<Record<string, string | number | boolean>> }) {
  return Object.entries(of).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={String(value)} />
  ))
}

/** Gives the view that is shown the filters and the order of the address. */
export function UpdateView({
  view: { id, version, name },
  query,
  change,
}: {
  view: ViewItem
  query: string
  change: ViewActions['change']
}) {
  return (
    <ActionForm
      action={change}
      successMessage={`“${name}” is updated`}
      failures="toast"
      onConflict="repeat"
    >
      <Values of={{ id, version, query }} />
      <SubmitButton size="sm" variant="secondary" pendingLabel="Updating…">
        Update view
      </SubmitButton>
    </ActionForm>
  )
}
