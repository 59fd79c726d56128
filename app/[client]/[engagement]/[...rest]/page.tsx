import { notFound } from 'next/navigation'
import type { EngagementAddress } from '@/lib/domain/tenancy/schema'
import { requireScope } from '@/lib/server/require-scope'

interface UnknownPageProps {
  params: Promise<EngagementAddress>
}

/** An address that no page has: the engagement's own 404, with the navigation around it. */
export default async function Page({ params }: UnknownPageProps): Promise<never> {
  await requireScope(params)
  notFound()
}
