'use client'

import { Bookmark, ChevronsUpDown, PenLine } from 'lucide-react'
import Link from 'next/link'
import { useId, useLayoutEffect, useRef, useState } from 'react'
import { fetched } from '@/components/feedback/fetched'
import { useFocusInside } from '@/components/keyboard/use-focus-inside'
import { DropPanel } from '@/components/shell/drop-panel'
import { Button } from '@/components/ui/button'
import { buttonStyle } from '@/components/ui/button-style'
import type { ViewScreen } from '@/lib/domain/views/schema'
import type { ViewActions, ViewItem } from './view-item'
import { ViewList } from './view-list'

/** What changes views comes in files of its own, once somebody is about to. */
const ManageView = fetched(() => import('./manage-view').then((file) => file.ManageView))
const UpdateView = fetched(() => import('./manage-view').then((file) => file.UpdateView))
const KeepViewDialog = fetched(() =>
  import('./keep-view-dialog').then((file) => file.KeepViewDialog),
)
const RenameViewDialog = fetched(() =>
  import('./rename-view-dialog').then((file) => file.RenameViewDialog),
)

interface ViewMenuProps {
  screen: ViewScreen
  pathname: string
  all: string
  query: string
  views: readonly ViewItem[]
  currentId: string | null
  changed: boolean
  mayShare: boolean
  actions: ViewActions
}

/** The button that says which view is shown, and the panel with all of them. */
export function ViewMenu(props: ViewMenuProps) {
  const { screen, pathname, all, query, views, currentId, changed, mayShare, actions } = props
  const panel = `views-${useId()}`
  const [seen, setSeen] = useState(false)
  const [keeping, setKeeping] = useState(false)
  const [renaming, setRenaming] = useState<string | null>(null)
  const current = views.find(({ id }) => id === currentId)
  const name = useRef<HTMLButtonElement>(null)
  const { isLost, around } = useFocusInside()
  // Most of what is pressed here goes with what it has done.
  useLayoutEffect(() => {
    if (isLost()) name.current?.focus()
  })
  const unkept = query !== '' && (current === undefined || changed)
  return (
    <div data-chrome className="mb-2 flex min-h-8 flex-wrap items-center gap-2" {...around}>
      <button
        ref={name}
        type="button"
        popoverTarget={panel}
        aria-label={`Views: ${current?.name ?? all}`}
        onClick={() => setSeen(true)}
        className={`${buttonStyle({ variant: 'quiet' })} -ml-2 min-w-0 max-w-full px-2 text-ink`}
      >
        <Bookmark aria-hidden className="text-ink-muted" />
        <span className="min-w-0 truncate">{current?.name ?? all}</span>
        <ChevronsUpDown aria-hidden className="text-ink-faint" />
      </button>
      {/* As wide as the page, whatever stands beside the name. */}
      <div className="flex flex-wrap items-center gap-2 empty:hidden max-sm:max-w-[calc(100vw-2rem)] max-sm:shrink-0">
        {changed && current && (
          <>
            <span className="inline-flex items-center gap-1.5 text-ink-muted text-sm">
              <PenLine aria-hidden className="size-3.5" />
              Changed since saved
            </span>
            <Link
              href={current.href}
              scroll={false}
              prefetch={false}
              className={buttonStyle({ size: 'sm' })}
            >
              Back to saved
            </Link>
          </>
        )}
        {unkept && (
          <Button size="sm" onClick={() => setKeeping(true)}>
            {current ? 'Save as new view' : 'Save view'}
          </Button>
        )}
        {/* Last in the line, because it comes when the others stand. */}
        {changed && current?.mayChange && (
          <UpdateView key={current.id} view={current} query={query} change={actions.change} />
        )}
      </div>
      <DropPanel
        id={panel}
        label="Views"
        className="popup-start w-80 max-w-[calc(100vw-2rem)] divide-y"
      >
        <ViewList all={{ href: pathname, name: all }} views={views} currentId={currentId} />
        {seen && current && (
          <ManageView
            key={current.id}
            panel={panel}
            view={current}
            mayShare={mayShare}
            actions={actions}
            onRename={() => setRenaming(current.id)}
            onMissing={() => setSeen(false)}
          />
        )}
        {views.length === 0 && (
          <p className="p-3.5 text-ink-muted text-sm">
            Filter or sort the list, then save it as a view: for yourself or for everybody here.
          </p>
        )}
      </DropPanel>
      {current && renaming === current.id && (
        <RenameViewDialog
          view={current}
          change={actions.change}
          onClose={() => setRenaming(null)}
          onMissing={() => setRenaming(null)}
        />
      )}
      {keeping && (
        <KeepViewDialog
          screen={screen}
          query={query}
          pathname={pathname}
          mayShare={mayShare}
          keep={actions.keep}
          onClose={() => setKeeping(false)}
          onMissing={() => setKeeping(false)}
        />
      )}
    </div>
  )
}
