'use client'

import { useSearchParams } from 'next/navigation'
import { useCallback, useState } from 'react'

/**
 * A value that the page's address keeps, so that Back, a reload and a link show the same. The server
 * is not asked for it.
 * @param name in the query; it goes while the value is empty
 */
export function useAddressValue(name: string): [string, (value: string) => void] {
  const kept = useSearchParams().get(name) ?? ''
  const [value, setValue] = useState(kept)
  const [seen, setSeen] = useState(kept)
  // Back and Forward change the address only.
  if (seen !== kept) {
    setSeen(kept)
    setValue(kept)
  }
  const change = useCallback(
    (next: string) => {
      setValue(next)
      const url = new URL(window.location.href)
      if (next === '') url.searchParams.delete(name)
      else url.searchParams.set(name, next)
      window.history.replaceState(null, '', url)
    },
    [name],
  )
  return [value, change]
}
