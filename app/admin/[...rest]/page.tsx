import { notFound } from 'next/navigation'
import { requireAdmin } from '@/lib/server/require-scope'

/** An address that no page has: the administrators' own 404, with the navigation around it. */
export default async function Page(): Promise<never> {
  await requireAdmin()
  notFound()
}
