import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { StatTile } from '@/components/ui/stat-tile'
import { publicServiceUse } from '@/lib/server/public-pages/service-use'
import { LiveState } from '../_components/live-state'

export const metadata: Metadata = { title: 'Status' }
export const dynamic = 'force-static'

/** No address is rendered while the site is built: there is no database then. */
export const generateStaticParams = () => []

const inFigures = (value: number) => value.toLocaleString('en-US')

export default async function StatusPage({ params }: { params: Promise<{ view?: string[] }> }) {
  if ((await params).view) notFound()
  const { people, clientAccounts, engagements } = await publicServiceUse()
  return (
    <div className="mx-auto flex max-w-3xl flex-col gap-8 px-4 py-10 sm:px-6">
      <header>
        <h1 className="font-semibold text-3xl tracking-tight">Status</h1>
        <p className="mt-2 text-ink-muted">How the service is doing, and how much it is used.</p>
      </header>
      <LiveState />
      <section aria-labelledby="use">
        <h2 id="use" className="font-semibold text-lg">
          In use
        </h2>
        <div className="mt-3 grid gap-3 sm:grid-cols-3">
          <StatTile label="People" value={inFigures(people)} />
          <StatTile label="Client accounts" value={inFigures(clientAccounts)} />
          <StatTile label="Engagements" value={inFigures(engagements)} />
        </div>
      </section>
    </div>
  )
}
