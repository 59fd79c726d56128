'use client'

import { useEffect } from 'react'
import type { ShownPage } from './shown-page'
import { tabClient } from './tab-client'

/** Says what the page is made of, while it is on the screen. Shows nothing. */
export function LivePage({ page }: { page: ShownPage }) {
  useEffect(() => tabClient().show(page), [page])
  return null
}
