import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PageHeader } from '@/components/shell/page-header'
import { groupWords, readGroups } from '@/lib/domain/flags/schema'
import { flagConsole } from '@/lib/server/flag-console/flag-console'
import { requireAdmin } from '@/lib/server/require-scope'
import { PageTags } from '../../../_components/page-tags'
import { Notices } from '../_components/notices'
import { ClientForm } from './_components/client-form'
import { ReadTable } from './_components/read-table'
import { RuleForm } from './_components/rule-form'

export const metadata: Metadata = { title: 'Flags' }

interface GroupPageProps {
  params: Promise<{ group: string }>
}

const allGroups = {
  label: 'All groups',
  about: 'What holds for every group that has no rule of its own.',
}

/** What is looked at here, so that the reads of one change show within it. */
const hours = 24

export default async function GroupPage({ params }: GroupPageProps) {
  await requireAdmin()
  const name = (await params).group
  const group = name === 'default' ? 'default' : readGroups.find((one) => one === name)
  if (!group) notFound()
  const console = await flagConsole(hours)
  const own = console.groups.find((one) => one.group === group)
  if (!own && group !== 'default') notFound()
  const { label, about } = group === 'default' ? allGroups : groupWords[group]
  const canWrite = console.writing === 'possible'
  const ofClients = own?.ofClients ?? true
  return (
    <>
      <PageTags />
      <PageHeader
        crumbs={[{ label: 'Flags', href: '/admin/flags' }, { label }]}
        title={label}
        description={about}
      />
      <Notices console={console} />
      <div className="flex max-w-5xl flex-col gap-4">
        {own && <ReadTable group={own} since={console.since} />}
        {canWrite && <RuleForm group={group} ofClients={ofClients} console={console} />}
        {canWrite && ofClients && <ClientForm group={group} clients={console.clients} />}
      </div>
    </>
  )
}
