import { globalKinds } from '@/db/coherence/tags'
import { bulkPart, listPart } from '@/lib/base/collection-tags'
import type { EngagementKey } from '@/lib/base/scope'
import {
  clientNamespace,
  globalNamespace,
  type Namespace,
  namespaceOf,
  namespaceTag,
  type Tag,
} from '@/lib/base/tag'

/** Whoever hears changes, and of which engagements. */
export interface Hearer {
  userId: string
  isAdmin: boolean
  places: readonly EngagementKey[]
}

/** What somebody may know of. */
export interface Audience {
  /** Their client accounts; one null where they hear of no place. */
  clients: readonly (string | null)[]
  namespaces: readonly Namespace[]
  /** Whether the change of a fact is for their ears. */
  admits(tag: Tag): boolean
  /** Whether the change of a fact may change what they may do. */
  concerns(tag: Tag): boolean
  hasEngagement(engagementId: string): boolean
}

/** Facts of a person that nobody else but administrators hears of. */
const personal: readonly string[] = [
  globalKinds.user,
  globalKinds.membership,
  globalKinds.userDefaults,
  globalKinds.accessRequest,
]
/** Facts that decide on what a person may do. */
const deciding: readonly string[] = [globalKinds.user, globalKinds.membership]
/** Facts of an engagement or a client account. */
const ofPlaces: readonly string[] = [globalKinds.clientAccount, globalKinds.engagement]

/**
 * What a person hears of: everything in the engagements asked for and nothing in others of the same
 * client account; of everybody's facts those about them and those that every page shows. A kind that
 * is not named here is for administrators alone.
 */
export function audienceOf({ userId, isAdmin, places }: Hearer): Audience {
  const engagements = new Set(places.map(({ engagementId }) => engagementId))
  const ownPlaces = new Set(
    places.flatMap(({ clientId, engagementId }) => [clientId, engagementId]),
  )
  const namespaces = [
    ...new Set([globalNamespace, ...places.map(({ clientId }) => clientNamespace(clientId))]),
  ]

  const admitsOfEverybody = (kind: string, row: string): boolean => {
    // Facts that name no row are of validators, as below.
    if (isAdmin) return row !== ''
    if (personal.includes(kind)) return row === userId || row === bulkPart
    if (kind === globalKinds.personName) return row === listPart || row === bulkPart
    if (!ofPlaces.includes(kind)) return false
    return row === listPart || row === bulkPart || ownPlaces.has(row)
  }

  return {
    clients: places.length === 0 ? [null] : places.map(({ clientId }) => clientId),
    namespaces,
    admits(tag) {
      const namespace = namespaceOf(tag)
      if (!namespaces.includes(namespace)) return false
      if (tag === namespaceTag(namespace)) return true
      const [, kind = '', first = ''] = tag.split(':')
      if (namespace === globalNamespace) return admitsOfEverybody(kind, first)
      // Facts that name no engagement are of validators, which a page that breaks changes: whoever
      // heard of it would ask for the page again, which would break again.
      return engagements.has(first)
    },
    concerns(tag) {
      if (namespaceOf(tag) !== globalNamespace) return false
      if (tag === namespaceTag(globalNamespace)) return true
      const [, kind = '', row = ''] = tag.split(':')
      if (deciding.includes(kind)) return row === userId || row === bulkPart
      return ofPlaces.includes(kind) && (ownPlaces.has(row) || row === bulkPart)
    },
    hasEngagement: (id) => engagements.has(id),
  }
}
