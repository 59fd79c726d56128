import { success } from '@/lib/base/result'
import { defineCronRoute } from '@/lib/server/define-cron-route'
import { driveAll, expireRows } from '@/lib/server/drive'

export const dynamic = 'force-dynamic'
export const maxDuration = 60

/** The cron: goes on with flows that nobody drives and removes rows whose retention has ended. */
export const GET = defineCronRoute(async () => {
  const { steps, broken } = await driveAll()
  return success({ steps, broken, expiredImports: await expireRows() })
})
