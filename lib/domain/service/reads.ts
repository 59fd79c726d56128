import type { ReadSources } from '@/db/client'
import { tagsOf } from '@/db/coherence/tags'
import { globalNamespace } from '@/lib/base/tag'
import { defineRead } from '@/lib/cache/read-policy'
import { countUse, lookAtWork } from './queries'
import type { ServiceUse, ServiceWork } from './schema'

const day = 24 * 3_600_000

/** The facts that `serviceUse` depends on; the page that shows it carries them, too. */
export const serviceUseTags = [
  ...tagsOf.user.list(),
  ...tagsOf.clientAccount.list(),
  ...tagsOf.engagement.list(),
]

/** How much the service is used. Numbers alone: everybody may see them. */
export const serviceUse = defineRead<ReadSources, 'platform', null, ServiceUse>({
  name: 'service.use',
  load: ({ platform }) => countUse(platform),
  caching: {
    version: 1,
    namespace: () => globalNamespace,
    tags: () => serviceUseTags,
    profile: { soft: day, hard: day, staleWhileRevalidate: false, staleIfError: false },
    legacyLife: 300_000,
  },
})

/** Not cached: it is asked for to learn what is the case this moment. */
export const serviceWork = defineRead<ReadSources, 'platform', null, ServiceWork>({
  name: 'service.work',
  load: ({ tenant }) => lookAtWork(tenant),
})
