'use client'

import { ThemeProvider as Base } from 'next-themes'
import type { ReactNode } from 'react'

/** Light, dark or the system's: set on the root element before the first paint, and remembered. */
export function ThemeProvider({ nonce, children }: { nonce?: string; children: ReactNode }) {
  return (
    <Base
      attribute="class"
      defaultTheme="system"
      storageKey="portolan-theme"
      disableTransitionOnChange
      nonce={nonce}
    >
      {children}
    </Base>
  )
}
