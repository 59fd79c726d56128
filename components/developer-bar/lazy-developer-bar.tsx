'use client'

import dynamic from 'next/dynamic'

/** The bar itself comes in a file of its own, once a page that shows it stands. */
export const LazyDeveloperBar = dynamic(
  () => import('./developer-bar').then(({ DeveloperBar }) => DeveloperBar),
  { ssr: false },
)
