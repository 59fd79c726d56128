'use client'

import { useSearchParams } from 'next/navigation'
import { useEffect, useState } from 'react'

/**
 * A value that the page's address keeps, so that Back, a reload and a link show the same. The server
 * is not asked for it.
 * @param name in the query; it goes while the value is empty
 * @param pause milliseconds without a further change after which the address has it; at once when
 *   the focus goes elsewhere
 */
export function useAddressValue(name: string, pause = 0): [string, (value: string) => void] {
  const kept = useSearchParams().get(name) ?? ''
  const [value, setValue] = useState(kept)
  const [seen, setSeen] = useState(kept)
  const [written, setWritten] = useState(kept)
  // Back and Forward change the address only. What was written here is known, and not the newest
  // when a person has typed on meanwhile.
  if (seen !== kept) {
    setSeen(kept)
    if (kept !== written) {
      setWritten(kept)
      setValue(kept)
    }
  }
  useEffect(() => {
    if (value === written) return
    const { pathname } = window.location
    const write = () => {
      setWritten(value)
      // Whoever goes back while they type is on another page already.
      if (window.location.pathname === pathname) writeAddress(name, value)
    }
    const timer = setTimeout(write, pause)
    document.addEventListener('focusout', write)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('focusout', write)
    }
  }, [name, value, written, pause])
  return [value, setValue]
}

function writeAddress(name: string, value: string): void {
  const url = new URL(window.location.href)
  if (value === '') url.searchParams.delete(name)
  else url.searchParams.set(name, value)
  window.history.replaceState(null, '', url)
}
