import type { PgTable } from 'drizzle-orm/pg-core'
import * as schema from '../schema'
import {
  announces,
  type Declaration,
  inEngagement,
  inSite,
  notCached,
  quietIn,
} from './declaration'

type Schema = typeof schema
type TableName = { [K in keyof Schema]: Schema[K] extends PgTable ? K : never }[keyof Schema]

const {
  accessRequests,
  assetDisks,
  assetIssues,
  assetNetworkCards,
  assetPartitions,
  assets,
  assetSources,
  clientAccounts,
  dataImports,
  discoveryFlows,
  endedSessions,
  engagements,
  fieldMappings,
  flowPhaseHistory,
  flowPhases,
  masterFlows,
  memberships,
  rawRows,
  savedViews,
  uploadParts,
  userDefaults,
  users,
} = schema

const flowOfMasterFlow = {
  table: discoveryFlows,
  on: [discoveryFlows.masterFlowId, masterFlows.id],
  id: discoveryFlows.id,
} as const

const flowOfImport = {
  table: discoveryFlows,
  on: [discoveryFlows.dataImportId, dataImports.id],
  id: discoveryFlows.id,
} as const

/**
 * What a changed row of each table announces. A table of the schema that is missing here is a type
 * error. After a change, `npm run db:coherence` writes the triggers anew.
 */
export const declarations: Readonly<Record<TableName, Declaration>> = {
  clientAccounts: announces(inSite('clientAccount', clientAccounts.id)),
  engagements: announces(inSite('engagement', engagements.id)),
  users: announces(inSite('user', users.id), inSite('personName', users.id, users.name)),
  memberships: announces(inSite('membership', memberships.userId)),
  userDefaults: announces(inSite('userDefaults', userDefaults.userId)),
  accessRequests: announces(inSite('accessRequest', accessRequests.userId)),
  endedSessions: announces(inSite('user', endedSessions.userId)),
  rateLimits: notCached('it counts tries, and is looked at by whoever tries'),
  passwordResets: notCached('a one-time link is looked up once, by the command that uses it'),

  dataImports: announces(
    inEngagement('import', dataImports.id),
    inEngagement('fileName', dataImports.id, dataImports.fileName),
    inEngagement('flow', flowOfImport),
  ),
  uploadParts: announces(inEngagement('import', uploadParts.dataImportId)),
  rawRows: announces(inEngagement('rawRows', rawRows.dataImportId)),

  masterFlows: announces(inEngagement('flow', flowOfMasterFlow)),
  discoveryFlows: quietIn(
    announces(
      inEngagement('flow', discoveryFlows.id),
      inEngagement('import', discoveryFlows.dataImportId),
    ),
    discoveryFlows.heartbeatAt,
  ),
  flowPhases: announces(inEngagement('flow', flowPhases.flowId)),
  flowPhaseHistory: announces(inEngagement('flow', flowPhaseHistory.flowId)),
  jobs: notCached('a driver claims it in a transaction, and a flow says how it stands'),

  fieldMappings: announces(
    inEngagement('mapping', fieldMappings.flowId),
    inEngagement('import', fieldMappings.dataImportId),
  ),
  patterns: notCached('lessons are read by the step that suggests mappings, in its transaction'),

  assets: announces(inEngagement('asset', assets.id)),
  assetSources: announces(inEngagement('asset', assetSources.assetId)),
  assetDisks: announces(inEngagement('asset', assetDisks.assetId)),
  assetNetworkCards: announces(inEngagement('asset', assetNetworkCards.assetId)),
  assetPartitions: announces(inEngagement('asset', assetPartitions.assetId)),
  assetIssues: announces(
    inEngagement('issue', assetIssues.assetId),
    inEngagement('asset', assetIssues.assetId),
  ),
  assetKeys: notCached('matching looks them up in the transaction of an import'),

  savedViews: announces(inEngagement('savedView', savedViews.id)),

  auditLog: notCached('its page is for looking back, and reads it as it is'),
  idempotencyKeys: notCached('a write looks for its own name, in its transaction'),
  cacheOutbox: notCached('it is how changes are told'),
}
