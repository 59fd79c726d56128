import type { Metadata } from 'next'
import { PageHeader } from '@/components/shell/page-header'
import { Segmented } from '@/components/ui/segmented'
import { flagChanges, flagConsole } from '@/lib/server/flag-console/flag-console'
import { requireAdmin } from '@/lib/server/require-scope'
import { PageTags } from '../../_components/page-tags'
import { momentInWords } from '../_components/figures'
import { windowOf, windows } from '../_components/windows'
import { GroupTable } from './_components/group-table'
import { History } from './_components/history'
import { Notices } from './_components/notices'
import { OwnPaths } from './_components/own-paths'
import { PurgeForm } from './_components/purge-form'
import { StateStrip } from './_components/state-strip'

export const metadata: Metadata = { title: 'Flags' }

interface FlagsPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function FlagsPage({ searchParams }: FlagsPageProps) {
  await requireAdmin()
  const shown = windowOf((await searchParams).window)
  const [console, changes] = await Promise.all([flagConsole(shown.hours), flagChanges(12)])
  const { groups, since, defaultRule, digest, writing } = console
  return (
    <>
      <PageTags />
      <PageHeader
        title="Flags"
        description="Which path each group of reads takes, what the paths did, and how to move a group."
      />
      <Notices console={console} />
      <StateStrip console={console} />
      <section aria-labelledby="groups" className="mb-6">
        <div className="mb-2 flex flex-wrap items-end gap-x-4 gap-y-2">
          <div className="min-w-0 flex-1 basis-64">
            <h2 id="groups" className="font-semibold text-lg">
              Groups of reads
            </h2>
            <p className="text-ink-muted text-sm">
              {since ? (
                <>
                  All processes since <time dateTime={since}>{momentInWords(since)}</time>. Stale:
                  what shadow mode found where it compared the paths.
                </>
              ) : (
                'There are no figures at the moment.'
              )}
            </p>
          </div>
          <Segmented
            label="Time that is looked at"
            segments={windows.map(({ name, label }) => ({
              label,
              href: `/admin/flags?window=${name}`,
              current: name === shown.name,
            }))}
          />
        </div>
        <GroupTable groups={groups} defaultRule={defaultRule} />
      </section>
      <OwnPaths console={console} />
      <History changes={changes} digest={digest} canWrite={writing === 'possible'} />
      <PurgeForm clients={console.clients} />
    </>
  )
}
