'use client'

import { Activity } from 'lucide-react'
import { useEffect, useState } from 'react'
import { cn } from '@/components/ui/cn'
import { popupStyle } from '@/components/ui/popup-style'
import { RequestReads } from './request-reads'
import { type SeenRequest, watchRequests } from './seen-request'

/** How many of the latest requests are listed. */
const remembered = 12
const panelId = 'developer-bar'

/**
 * What the page's requests have read, by which path and how it went. Only in previews and in
 * development; it asks nothing before it is opened.
 */
export function DeveloperBar({ requestId }: { requestId: string }) {
  const [open, setOpen] = useState(false)
  const [requests, setRequests] = useState<readonly SeenRequest[]>(() => [
    { id: requestId, method: 'GET', path: location.pathname, status: null, cacheStatus: null },
  ])
  const [chosen, setChosen] = useState<string | null>(null)
  useEffect(
    () => watchRequests((seen) => setRequests((known) => [seen, ...known].slice(0, remembered))),
    [],
  )
  const shown = requests.find(({ id }) => id === chosen) ?? requests[0]
  return (
    <aside aria-label="Developer bar" data-chrome className="print:hidden">
      <button
        type="button"
        popoverTarget={panelId}
        className="fixed right-2 bottom-2 z-40 flex h-8 items-center gap-1.5 rounded-full border bg-raised px-3 text-ink-muted text-xs shadow-raised hover:text-ink max-md:bottom-16"
      >
        <Activity aria-hidden className="size-4" />
        Requests
        <span className="tabular">{requests.length}</span>
      </button>
      <section
        id={panelId}
        popover="auto"
        aria-label="Requests of this page"
        onToggle={(event) => setOpen(event.newState === 'open')}
        className={cn(
          popupStyle,
          'fixed inset-auto right-2 bottom-12 m-0 max-h-[70dvh] w-[min(48rem,calc(100vw-1rem))] overflow-auto p-0 text-sm max-md:bottom-26',
        )}
      >
        <h2 className="border-b px-3 py-2 font-semibold">Requests of this page</h2>
        <ul className="max-h-48 overflow-y-auto border-b p-1">
          {requests.map((request) => (
            <li key={request.id}>
              <button
                type="button"
                aria-pressed={request === shown}
                onClick={() => setChosen(request.id)}
                className="flex min-h-7 w-full items-baseline gap-2 rounded-md px-2 text-left hover:bg-hover focus-visible:-outline-offset-2 aria-pressed:bg-accent-soft"
              >
                <span className="w-12 shrink-0 font-mono text-xs">{request.method}</span>
                <span className="min-w-0 flex-1 truncate">{request.path}</span>
                <span className="tabular text-ink-muted text-xs">{request.status ?? 'page'}</span>
              </button>
            </li>
          ))}
        </ul>
        {open && shown && <RequestReads key={shown.id} request={shown} />}
      </section>
    </aside>
  )
}
