import type { EngagementKey } from '@/lib/base/scope'
import { clientNamespace, globalNamespace, type Tag } from '@/lib/base/tag'
import type { Caching } from '@/lib/cache/read-policy'

const minute = 60_000
const hour = 60 * minute

/**
 * How long values are kept although nobody declares them changed, and how long the old system kept
 * them; milliseconds. Why: docs/decisions/012-how-long-values-are-kept.md.
 */
const lives = {
  userContext: { kept: hour, legacy: hour },
  /** Client accounts and engagements. */
  directory: { kept: 30 * minute, legacy: 30 * minute },
  people: { kept: 5 * minute, legacy: minute },
  flow: { kept: 5 * minute, legacy: 5 * minute },
  fieldMappings: { kept: 2 * minute, legacy: 2 * minute },
  inventory: { kept: 5 * minute, legacy: 5 * minute },
  statistics: { kept: 5 * minute, legacy: 5 * minute },
  importResult: { kept: 5 * minute, legacy: 5 * minute },
  mappingResult: { kept: hour, legacy: 5 * minute },
  classification: { kept: 24 * hour, legacy: 5 * minute },
} as const

interface Kept<Key, Input> {
  /** To be raised with every change of the value's shape or meaning. */
  version: number
  life: keyof typeof lives
  /** The facts that the value depends on, by key and input alone. */
  tags(key: Key, input: Input): readonly Tag[]
}

/** How a read of one engagement is kept: in its client's namespace, for every member alike. */
export function keptForEngagement<Input>(
  kept: Kept<EngagementKey, Input>,
): Caching<EngagementKey, Input> {
  return {
    ...shared(kept),
    namespace: ({ clientId }) => clientNamespace(clientId),
    // A whole scope is a key, too; who asks is no part of the value.
    identity: ({ clientId, engagementId }) => ({ clientId, engagementId }),
  }
}

/** How a read of the platform is kept: in the namespace of everybody. */
export function keptForSite<Key, Input>(kept: Kept<Key, Input>): Caching<Key, Input> {
  return { ...shared(kept), namespace: () => globalNamespace }
}

function shared<Key, Input>({ version, life, tags }: Kept<Key, Input>) {
  const { kept, legacy } = lives[life]
  const profile = { soft: kept, hard: kept, staleWhileRevalidate: false, staleIfError: false }
  return { version, tags, profile, legacyLife: legacy }
}
