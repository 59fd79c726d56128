'use client'

import { useRouter } from 'next/navigation'
import { createContext, type ReactNode, useContext, useTransition } from 'react'
import { isPlainPress, leadsWithin } from './own-links'

const Pending = createContext(false)

/**
 * Around a list, its filters and its pager: whatever leads to the same page with other parameters is
 * one transition, in which the old rows stay (`PendingRows`) until the new ones are there. Without
 * scripts the same links and the same form lead there by themselves.
 */
export function ListScreen({ pathname, children }: { pathname: string; children: ReactNode }) {
  const router = useRouter()
  const [pending, start] = useTransition()
  const go = (search: string) => {
    // Another page of the rows begins at its first; with other filters the eye stays where it is.
    const scroll = placeOf(search) !== placeOf(window.location.search)
    start(() => router.push(pathname + search, { scroll }))
  }
  return (
    <Pending value={pending}>
      <div
        onClickCapture={(event) => {
          const link = event.target instanceof Element && event.target.closest('a')
          const page = { origin: window.location.origin, pathname }
          if (!link || !isPlainPress(event) || !leadsWithin(link, page)) return
          event.preventDefault()
          go(link.search)
        }}
        onSubmitCapture={(event) => {
          const form = event.target
          if (!(form instanceof HTMLFormElement) || form.getAttribute('role') !== 'search') return
          event.preventDefault()
          go(searchOf(new FormData(form)))
        }}
      >
        {children}
      </div>
    </Pending>
  )
}

/** Rows that stay while newer ones are on their way, and say so. */
export function PendingRows({ children }: { children: ReactNode }) {
  const pending = useContext(Pending)
  return (
    <div
      aria-busy={pending || undefined}
      className="transition-opacity duration-100 aria-busy:opacity-60"
    >
      {children}
    </div>
  )
}

function searchOf(form: FormData): string {
  const entries = [...form].map(([name, value]): [string, string] => [name, String(value)])
  const query = new URLSearchParams(entries)
  return query.size === 0 ? '' : `?${query}`
}

/** The place in the list that an address names. */
function placeOf(search: string): string {
  const params = new URLSearchParams(search)
  return params.get('cursor') ?? params.get('after') ?? ''
}
