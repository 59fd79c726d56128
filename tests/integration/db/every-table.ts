import { randomUUID } from 'node:crypto'
import type { Transaction } from '@/db/client'
import * as schema from '@/db/schema'

export interface Tenant {
  clientAccountId: string
  engagementId: string
}

export interface TwoTenants {
  acme: Tenant
  globex: Tenant
}

/**
 * Two client accounts with the same person and at least one row in every table.
 * @param tx of the owner
 */
export async function fillEveryTable(tx: Transaction): Promise<TwoTenants> {
  const userId = await addPerson(tx)
  const [acme, globex] = [await addTenant(tx, 'acme'), await addTenant(tx, 'globex')]
  for (const tenant of [acme, globex]) {
    await tx.insert(schema.memberships).values({ ...tenant, userId, role: 'analyst' })
    const importId = await addFlow(tx, tenant, userId)
    await addAsset(tx, tenant, importId)
    const write = { userId, address: 'POST /api', key: 'name', bodyDigest: 'digest' }
    const named = { ...tenant, ...write, expiresAt: new Date('2030-01-01') }
    await tx.insert(schema.idempotencyKeys).values(named)
    await tx
      .insert(schema.savedViews)
      .values({ ...tenant, ownerId: userId, screen: 'inventory', name: 'Mine', query: 'q=a' })
    await tx.insert(schema.auditLog).values({
      ...tenant,
      actorId: userId,
      action: 'import.created',
      subjectType: 'data_import',
      subjectId: importId,
    })
  }
  await tx.insert(schema.userDefaults).values({ ...acme, userId })
  await tx.insert(schema.patterns).values({
    patternType: 'header_approved',
    header: 'everywhere',
    attribute: 'name',
  })
  return { acme, globex }
}

async function addPerson(tx: Transaction): Promise<string> {
  const person = { email: 'person@portolan.test', name: 'Person', status: 'active' as const }
  const userId = idOf(await tx.insert(schema.users).values(person).returning())
  await tx.insert(schema.accessRequests).values({ userId })
  const reset = { userId, tokenDigest: 'digest', expiresAt: new Date('2030-01-01') }
  await tx.insert(schema.passwordResets).values(reset)
  const ended = { id: randomUUID(), userId, expiresAt: new Date('2030-01-01') }
  await tx.insert(schema.endedSessions).values(ended)
  return userId
}

async function addTenant(tx: Transaction, slug: string): Promise<Tenant> {
  const clientAccountId = idOf(
    await tx.insert(schema.clientAccounts).values({ slug, name: slug }).returning(),
  )
  const engagement = { clientAccountId, slug: 'only', name: 'Only' }
  return {
    clientAccountId,
    engagementId: idOf(await tx.insert(schema.engagements).values(engagement).returning()),
  }
}

async function addFlow(tx: Transaction, tenant: Tenant, userId: string): Promise<string> {
  const dataImportId = idOf(
    await tx
      .insert(schema.dataImports)
      .values({
        ...tenant,
        fileName: 'machines.csv',
        sizeBytes: 5,
        partSize: 5,
        partCount: 1,
        rawRowsKeptUntil: new Date('2030-01-01'),
        createdBy: userId,
      })
      .returning(),
  )
  const ofImport = { ...tenant, dataImportId }
  const bytes = Buffer.from('Name\n')
  await tx.insert(schema.uploadParts).values({ ...ofImport, partNumber: 0, sha256: 'x', bytes })
  const row = { ...ofImport, rowNumber: 1, lineNumber: 2, cells: ['machine'] }
  await tx.insert(schema.rawRows).values(row)
  const started = { ...tenant, createdBy: userId }
  const masterFlowId = idOf(await tx.insert(schema.masterFlows).values(started).returning())
  const flow = { ...started, masterFlowId, dataImportId }
  const flowId = idOf(await tx.insert(schema.discoveryFlows).values(flow).returning())
  const phase = { ...tenant, flowId, phase: 'data_import' as const }
  await tx.insert(schema.flowPhases).values(phase)
  await tx.insert(schema.flowPhaseHistory).values({ ...phase, toStatus: 'running' })
  await tx.insert(schema.jobs).values({ ...tenant, flowId, actingUserId: userId })
  await tx.insert(schema.fieldMappings).values({
    ...ofImport,
    flowId,
    position: 0,
    header: 'Name',
    confidence: 1,
    reasons: [],
    alternatives: [],
    samples: [],
    state: 'auto_mapped',
  })
  await tx.insert(schema.patterns).values({
    ...tenant,
    patternType: 'header_approved',
    header: 'name',
    attribute: 'name',
  })
  return dataImportId
}

async function addAsset(tx: Transaction, tenant: Tenant, dataImportId: string): Promise<void> {
  const asset = { assetType: 'server', name: 'machine', nameKey: 'machine' }
  const assetId = idOf(
    await tx
      .insert(schema.assets)
      .values({ ...tenant, ...asset, attributes: {}, searchText: 'machine' })
      .returning(),
  )
  const ofAsset = { ...tenant, assetId, dataImportId }
  await tx.insert(schema.assetKeys).values({ ...tenant, assetId, digest: 1 })
  await tx.insert(schema.assetSources).values({
    ...ofAsset,
    kind: 'import',
    sourceKey: 'sheet',
    sourceName: 'sheet',
    values: {},
    digest: 'x',
  })
  const component = { ...ofAsset, label: 'one', labelKey: 'one', values: {}, digest: 'x' }
  await tx.insert(schema.assetDisks).values(component)
  await tx.insert(schema.assetNetworkCards).values(component)
  await tx.insert(schema.assetPartitions).values(component)
  const issue = { rule: 'placeholder', fixable: false, reason: 'It says N/A.', issueKey: 'key' }
  await tx.insert(schema.assetIssues).values({ ...ofAsset, ...issue })
}

function idOf(rows: { id: string }[]): string {
  const [row] = rows
  if (!row) throw new Error('nothing was inserted')
  return row.id
}
