import Link from 'next/link'
import type { ReactNode } from 'react'
import { SkipLink } from '@/components/shell/skip-link'
import { ThemeSwitcher } from '@/components/shell/theme-switcher'
import { BrandName } from '@/components/ui/brand-mark'
import { TextLink } from '@/components/ui/text-link'
import { DoorLink } from './_components/door-link'

export default function PublicLayout({ children }: { children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      <header className="relative z-10 mx-auto flex w-full max-w-6xl items-center gap-3 px-4 py-3 sm:px-6">
        <Link href="/" className="mr-auto inline-flex min-h-9 items-center rounded-md text-lg">
          <BrandName />
        </Link>
        <div className="max-[359px]:hidden">
          <ThemeSwitcher />
        </div>
        <DoorLink>Sign in</DoorLink>
      </header>
      <main id="main" tabIndex={-1} className="flex-1 outline-none">
        {children}
      </main>
      <footer className="mt-16 border-t">
        <div className="mx-auto flex max-w-6xl flex-wrap items-baseline justify-between gap-x-8 gap-y-2 px-4 py-6 text-ink-muted text-sm sm:px-6">
          <p>
            A portolan was the chart that pilots drew from what they had measured themselves: every
            harbour by name, every course as a straight line.
          </p>
          <TextLink href="/status" prefetch={false}>
            Status
          </TextLink>
        </div>
      </footer>
    </div>
  )
}
