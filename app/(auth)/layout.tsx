import Link from 'next/link'
import { connection } from 'next/server'
import type { ReactNode } from 'react'
import { BrandName } from '@/components/ui/brand-mark'
import { RhumbLines } from './_components/rhumb-lines'

/** The frame of the pages before the door: one narrow column on a quiet chart. */
export default async function AuthLayout({ children }: { children: ReactNode }) {
  // Where passwords are typed only scripts of this very answer run, so it is made for its request.
  await connection()
  return (
    <div className="relative flex min-h-dvh flex-col overflow-hidden">
      <RhumbLines />
      <header className="relative px-4 py-4 sm:px-6">
        <Link href="/" className="inline-flex rounded-md">
          <BrandName />
        </Link>
      </header>
      <main className="relative grid flex-1 place-items-center px-4 pt-6 pb-20">
        <div className="w-full max-w-sm">{children}</div>
      </main>
    </div>
  )
}
