import type { ReadSources } from '@/db/client'
import { defineRead } from '@/lib/cache/read-policy'
import { searchAuditLog } from './queries'
import type { AuditPage, AuditSearch } from './schema'

/** A page of what was done by whom. Never kept: it is looked at rarely, and then for the newest. */
export const auditTrail = defineRead<ReadSources, 'platform', AuditSearch, AuditPage>({
  name: 'audit.trail',
  load: ({ platform }, _key, search) => searchAuditLog(platform, search),
})
