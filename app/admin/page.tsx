import { redirect } from 'next/navigation'
import { requireAdmin } from '@/lib/server/require-scope'

/** The administrators' pages begin with what waits for them. */
export default async function AdminPage() {
  await requireAdmin()
  redirect('/admin/requests')
}
