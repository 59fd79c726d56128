import type { EngagementKey } from '@/lib/base/scope'
import { clientNamespace, globalNamespace, type Tag } from '@/lib/base/tag'
import type { Caching } from '@/lib/cache/read-policy'
import type { ReadGroup } from '@/lib/flags/read-groups'

const minute = 60_000
const hour = 60 * minute

/**
 * With which other reads the path of a read is chosen; how long values are kept although nobody
 * declares them changed, and how long the old system kept them (milliseconds). Why: docs/decisions/012-how-long-values-are-kept.md.
 */
const lives = {
  userContext: { group: 'user-context', kept: hour, legacy: hour },
  /** Client accounts and engagements. */
  directory: { group: 'directory', kept: 30 * minute, legacy: 30 * minute },
  people: { group: 'people', kept: 5 * minute, legacy: minute },
  flow: { group: 'flow', kept: 5 * minute, legacy: 5 * minute },
  fieldMappings: { group: 'field-mappings', kept: 2 * minute, legacy: 2 * minute },
  inventory: { group: 'inventory', kept: 5 * minute, legacy: 5 * minute },
  statistics: { group: 'statistics', kept: 5 * minute, legacy: 5 * minute },
  importResult: { group: 'import-result', kept: 5 * minute, legacy: 5 * minute },
  mappingResult: { group: 'mapping-result', kept: hour, legacy: 5 * minute },
  classification: { group: 'classification', kept: 24 * hour, legacy: 5 * minute },
} as const satisfies Record<string, { group: ReadGroup; kept: number; legacy: number }>

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
    clientOf: ({ clientId }) => clientId,
  }
}

/** How a read of the platform is kept: in the namespace of everybody. */
export function keptForSite<Key, Input>(kept: Kept<Key, Input>): Caching<Key, Input> {
  return { ...shared(kept), namespace: () => globalNamespace }
}

function shared<Key, Input>({ version, life, tags }: Kept<Key, Input>) {
  const { group, kept, legacy } = lives[life]
  const profile = { soft: kept, hard: kept, staleWhileRevalidate: false, staleIfError: false }
  return { version, tags, profile, legacyLife: legacy, group }
}
