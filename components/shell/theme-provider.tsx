'use client'

import { ThemeProvider as Base } from 'next-themes'
import type { ReactNode } from 'react'
import { themeScript } from './theme-script'

/**
 * Light, dark or the system's: set on the root element before the first paint, and remembered. The
 * library's own script is made of its compiled code, so that no policy can know it by digest: it
 * is left inert, and ours does its work.
 */
export function ThemeProvider({ children }: { children: ReactNode }) {
  return (
    <Base
      attribute="class"
      defaultTheme="system"
      storageKey="portolan-theme"
      disableTransitionOnChange
      scriptProps={{ type: 'text/plain' }}
    >
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant; as a child it is escaped */}
      <script dangerouslySetInnerHTML={{ __html: themeScript }} />
      {children}
    </Base>
  )
}
