import { type CollectionTags, collectionTags } from '@/lib/base/collection-tags'
import type { EngagementKey } from '@/lib/base/scope'
import { clientNamespace, globalNamespace } from '@/lib/base/tag'

type OfEngagement = (key: EngagementKey) => CollectionTags

const ofEngagement =
  (kind: string): OfEngagement =>
  ({ clientId, engagementId }) =>
    collectionTags(clientNamespace(clientId), kind, engagementId)

const ofEverybody = (kind: string): CollectionTags => collectionTags(globalNamespace, kind)

/** The collections of an engagement, by their names in tags. */
export const engagementKinds = {
  import: 'import',
  fileName: 'file-name',
  rawRows: 'raw-rows',
  flow: 'flow',
  mapping: 'mapping',
  asset: 'asset',
  issue: 'issue',
  savedView: 'saved-view',
} as const

/** The collections of the whole site. */
export const globalKinds = {
  user: 'user',
  personName: 'person-name',
  membership: 'membership',
  userDefaults: 'user-defaults',
  accessRequest: 'access-request',
  clientAccount: 'client-account',
  engagement: 'engagement',
} as const

/** The tags of every collection that is read through the cache; the triggers announce the same. */
export const tagsOf = {
  /** Imports with their parts, flows and mappings; a row is an import. */
  import: ofEngagement(engagementKinds.import),
  /** The names of files alone, for what shows them beside something else; a row is an import. */
  fileName: ofEngagement(engagementKinds.fileName),
  /** The rows of files; a row of the collection is an import. */
  rawRows: ofEngagement(engagementKinds.rawRows),
  /** Flows, their phases, history and imports; a row is a flow. */
  flow: ofEngagement(engagementKinds.flow),
  /** The mappings of columns; a row of the collection is a flow. */
  mapping: ofEngagement(engagementKinds.mapping),
  /** Assets, their sources and components; a row is an asset. */
  asset: ofEngagement(engagementKinds.asset),
  /** Findings; a row of the collection is an asset. Those without one announce the list alone. */
  issue: ofEngagement(engagementKinds.issue),
  /** Views of lists that people keep. */
  savedView: ofEngagement(engagementKinds.savedView),
  /** People by name and state. What else belongs to them changes oftener and stands apart. */
  user: ofEverybody(globalKinds.user),
  /** What people are called, for whoever shows that beside something else; a row is a person. */
  personName: ofEverybody(globalKinds.personName),
  /** Who may enter what; a row of the collection is a person. */
  membership: ofEverybody(globalKinds.membership),
  /** Where people are taken to; a row is a person. */
  userDefaults: ofEverybody(globalKinds.userDefaults),
  /** Requests for access; a row of the collection is a person. */
  accessRequest: ofEverybody(globalKinds.accessRequest),
  clientAccount: ofEverybody(globalKinds.clientAccount),
  engagement: ofEverybody(globalKinds.engagement),
} as const
