import { success } from '@/lib/base/result'
import { defineCronRoute } from '@/lib/server/define-cron-route'
import { driveAll, expireRows, relayChanges, tidyProtection } from '@/lib/server/drive'

export const dynamic = 'force-dynamic'
export const maxDuration = 60

/**
 * The cron: tells the caches what nobody told them, goes on with flows that nobody drives and removes
 * rows whose retention has ended. Driving may take most of the minute, so the caches come first.
 */
export const GET = defineCronRoute(async () => {
  const relayed = await relayChanges()
  const { steps, broken } = await driveAll()
  const expiredImports = await expireRows()
  await tidyProtection()
  return success({ relayed, steps, broken, expiredImports })
})
