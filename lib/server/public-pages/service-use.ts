import 'server-only'
import { unstable_cache } from 'next/cache'
import { serviceUse, serviceUseTags } from '@/lib/domain/service/reads'
import type { ServiceUse } from '@/lib/domain/service/schema'
import { read } from '../read'

/** The longest that a kept page goes without being rendered anew, whatever happens; seconds. */
const longestLife = 24 * 3600

/** For pages that Next keeps: tells it by which facts. The value itself is kept by our own cache. */
export const publicServiceUse: () => Promise<ServiceUse> = unstable_cache(
  () => read(serviceUse, 'platform', null),
  ['service.use'],
  { tags: serviceUseTags, revalidate: longestLife },
)
