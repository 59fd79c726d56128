import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PageHeader } from '@/components/shell/page-header'
import { isUuid } from '@/lib/base/ids'
import { engagementDirectory } from '@/lib/domain/tenancy/reads'
import type { EngagementEntry } from '@/lib/domain/tenancy/schema'
import { personById } from '@/lib/domain/users/reads'
import type { Person } from '@/lib/domain/users/schema'
import { read } from '@/lib/server/read'
import { requireAdmin } from '@/lib/server/require-scope'
import { PageTags } from '../../../_components/page-tags'
import { AccessCard } from './_components/access-card'
import { DefaultPlace } from './_components/default-place'
import { MembershipCard } from './_components/membership-card'

export const metadata: Metadata = { title: 'Person' }

interface PersonPageProps {
  params: Promise<{ userId: string }>
}

export default async function PersonPage({ params }: PersonPageProps) {
  await requireAdmin()
  const { userId } = await params
  if (!isUuid(userId)) notFound()
  const [person, engagements] = await Promise.all([
    read(personById, 'platform', { userId }),
    read(engagementDirectory, 'platform', null),
  ])
  if (!person) notFound()
  return (
    <>
      <PageTags />
      <PageHeader
        crumbs={[{ label: 'People', href: '/admin/users' }, { label: person.name }]}
        title={person.name}
        description={`${person.email}, here since ${person.createdAt.slice(0, 10)}. Changes are obeyed with the person's next click.`}
      />
      <div className="flex max-w-4xl flex-col gap-4">
        <AccessCard person={person} />
        <MembershipCard person={person} engagements={notYet(person, engagements)} />
        <DefaultPlace person={person} engagements={open(person, engagements)} />
      </div>
    </>
  )
}

const isMember = ({ memberships }: Person, { engagementId }: EngagementEntry) =>
  memberships.some((membership) => membership.engagementId === engagementId)

/** What the person may still be let into. */
function notYet(person: Person, engagements: readonly EngagementEntry[]) {
  return engagements.filter((entry) => !isMember(person, entry))
}

/** Where the person may go. */
function open(person: Person, engagements: readonly EngagementEntry[]) {
  return engagements.filter((entry) => person.isAdmin || isMember(person, entry))
}
