import { GeistMono } from 'geist/font/mono'
import { GeistSans } from 'geist/font/sans'
import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { OfflineBanner } from '@/components/data/offline-banner'
import { Toaster } from '@/components/feedback/toaster'
import { ThemeProvider } from '@/components/shell/theme-provider'
import './globals.css'

export const metadata: Metadata = {
  title: { default: 'Portolan', template: '%s · Portolan' },
  description: 'A migration-discovery workspace that is never stale.',
}

export const viewport: Viewport = {
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#ffffff' },
    { media: '(prefers-color-scheme: dark)', color: '#11171c' },
  ],
}

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    // The theme's script writes the class before React looks at the element.
    <html
      lang="en"
      className={`${GeistSans.variable} ${GeistMono.variable}`}
      suppressHydrationWarning
    >
      <body>
        <ThemeProvider>
          {children}
          <OfflineBanner />
          <Toaster />
        </ThemeProvider>
      </body>
    </html>
  )
}
