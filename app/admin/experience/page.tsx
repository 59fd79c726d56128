import { Gauge, Unplug } from 'lucide-react'
import type { Metadata } from 'next'
import { PageHeader } from '@/components/shell/page-header'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Segmented } from '@/components/ui/segmented'
import { requireAdmin } from '@/lib/server/require-scope'
import { experience } from '@/lib/server/vitals/experience'
import { PageTags } from '../../_components/page-tags'
import { windowOf, windows } from '../_components/windows'
import { ExperienceTable } from './_components/experience-table'
import { vitalWords } from './_components/vital-words'

export const metadata: Metadata = { title: 'Experience' }

interface ExperiencePageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function ExperiencePage({ searchParams }: ExperiencePageProps) {
  await requireAdmin()
  const shown = windowOf((await searchParams).window)
  const felt = await experience(shown.hours)
  return (
    <>
      <PageTags />
      <PageHeader
        title="Experience"
        description="What people felt of each page, measured in their own browsers: the old path beside the new."
        actions={
          <Segmented
            label="Time that is looked at"
            segments={windows.map(({ name, label }) => ({
              label,
              href: `/admin/experience?window=${name}`,
              current: name === shown.name,
            }))}
          />
        }
      />
      {felt === null || felt.pages.length === 0 ? (
        <Card>{felt === null ? <NoFigures /> : <NoVisits />}</Card>
      ) : (
        <>
          <ExperienceTable experience={felt} />
          <Legend />
        </>
      )}
    </>
  )
}

function NoVisits() {
  return (
    <EmptyState icon={Gauge} title="No visit was measured in this time">
      A browser tells of a visit when its page is left or goes out of sight. Open a few pages, come
      back and look again.
    </EmptyState>
  )
}

function NoFigures() {
  return (
    <EmptyState icon={Unplug} title="There are no figures at the moment">
      The store that holds them does not answer. Visits go on; what was measured meanwhile is lost.
    </EmptyState>
  )
}

function Legend() {
  return (
    <section aria-label="What the figures mean" className="mt-4 max-w-3xl text-ink-muted text-sm">
      <p>
        Three of four visits stayed below each figure. Good and poor are the limits of the Web
        Vitals. A visit is counted under the page that was opened by its address; steps from there
        to other pages belong to it. Nothing is kept of who it was.
      </p>
      <dl className="mt-2 grid gap-x-3 gap-y-1 sm:grid-cols-[auto_1fr]">
        {Object.entries(vitalWords).map(([name, about]) => (
          <div key={name} className="contents">
            <dt className="font-medium">{name}</dt>
            <dd>{about}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
