import 'server-only'
import { unstable_cache } from 'next/cache'
import { serviceUse, serviceUseTags } from '@/lib/domain/service/reads'
import type { ServiceUse } from '@/lib/domain/service/schema'
import { read } from '../read'

/** The longest that a kept page goes without being rendered anew, whatever happens; seconds. */
const longestLife = 24 * 3600

/**
 * For pages that Next keeps: tells it by which facts. The page is what is kept, so its value comes
 * from the database: one that another path held for too long would be kept on under true versions.
 */
export const publicServiceUse: () => Promise<ServiceUse> = unstable_cache(
  () => read(serviceUse, 'platform', null, 'off'),
  ['service.use'],
  { tags: serviceUseTags, revalidate: longestLife },
)
