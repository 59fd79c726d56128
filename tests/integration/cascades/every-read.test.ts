import { type SQL, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ReadSources } from '@/db/client'
import type { EngagementKey } from '@/lib/base/scope'
import type { ReadPolicy } from '@/lib/cache/read-policy'
import * as cleansing from '@/lib/domain/cleansing/reads'
import * as flows from '@/lib/domain/flows/reads'
import * as imports from '@/lib/domain/imports/reads'
import * as inventory from '@/lib/domain/inventory/reads'
import { listAssetsSchema } from '@/lib/domain/inventory/schema'
import * as mapping from '@/lib/domain/mapping/reads'
import * as service from '@/lib/domain/service/reads'
import * as tenancy from '@/lib/domain/tenancy/reads'
import * as users from '@/lib/domain/users/reads'
import * as views from '@/lib/domain/views/reads'
import { fillEveryTable } from '../db/every-table'
import { createWorkbench, type Workbench } from './instances'
import { checkShapes } from './read-shapes'

type AnyPolicy = ReadPolicy<ReadSources, unknown, unknown, unknown>

/** A read with a key and an input that find something. */
interface Use {
  name: string
  version: number
  cached(): Promise<unknown>
  fresh(): Promise<unknown>
}

let bench: Workbench
let uses: Use[]

beforeAll(async () => {
  bench = await createWorkbench()
  const { owner } = bench
  const { acme } = await owner.transaction(null, fillEveryTable)
  await bench.open()
  await bench.a.relay()
  uses = usesOf(bench, {
    key: { clientId: acme.clientAccountId, engagementId: acme.engagementId },
    importId: await firstId('data_imports', acme.engagementId),
    flowId: await firstId('discovery_flows', acme.engagementId),
    assetId: await firstId('assets', acme.engagementId),
    userId: await onlyUser(),
  })
})
afterAll(() => bench.end())

function rowsOf<Row extends Record<string, unknown>>(query: SQL) {
  return bench.owner.transaction(null, async (tx) => (await tx.execute<Row>(query)).rows)
}

async function firstId(table: string, engagementId: string): Promise<string> {
  const [row] = await rowsOf<{ id: string }>(
    sql`select id from ${sql.raw(table)} where engagement_id = ${engagementId}`,
  )
  return row?.id ?? ''
}

async function onlyUser(): Promise<string> {
  const [row] = await rowsOf<{ id: string }>(sql`select id from users`)
  return row?.id ?? ''
}

interface Ids {
  key: EngagementKey
  importId: string
  flowId: string
  assetId: string
  userId: string
}

function usesOf({ b }: Workbench, { key, importId, flowId, assetId, userId }: Ids): Use[] {
  const use = <Key, Input, Value>(
    policy: ReadPolicy<ReadSources, Key, Input, Value>,
    of: Key,
    input: Input,
  ): Use => ({
    name: policy.name,
    version: policy.caching?.version ?? 0,
    cached: () => b.read(policy, of, input),
    fresh: () => policy.load(b, of, input),
  })
  return [
    use(cleansing.issueGroups, key, {}),
    use(cleansing.issuePage, key, { state: 'open' }),
    use(flows.flowPage, key, { flowId }),
    use(flows.flowHistory, key, { flowId }),
    use(imports.importById, key, { importId }),
    use(imports.importList, key, { limit: 10 }),
    use(inventory.assetPage, key, listAssetsSchema.parse({})),
    use(inventory.assetFacets, key, null),
    use(inventory.assetById, key, { assetId }),
    use(inventory.inventorySummary, key, null),
    use(mapping.mappingPage, key, { flowId }),
    use(mapping.mappingStatistics, key, { flowId }),
    use(service.serviceUse, 'platform', null),
    use(tenancy.engagementDirectory, 'platform', null),
    use(tenancy.engagementAt, 'platform', { client: 'acme', engagement: 'only' }),
    use(tenancy.clientAccountList, 'platform', null),
    use(tenancy.clientAccountAt, 'platform', { client: 'acme' }),
    use(users.userContext, { userId }, null),
    use(users.latestRequest, { userId }, null),
    use(users.pendingRequests, 'platform', null),
    use(users.personById, 'platform', { userId }),
    use(users.userDirectory, 'platform', { search: '', status: null, after: null }),
    use(views.savedViews, key, { screen: 'inventory', userId }),
  ]
}

test('every cached read is looked at here', () => {
  const domains = [cleansing, flows, imports, inventory, mapping, service, tenancy, users, views]
  const cached = domains
    .flatMap((domain) => Object.values<unknown>(domain))
    .filter((one): one is AnyPolicy => typeof one === 'object' && one !== null && 'load' in one)
    .filter(({ caching }) => caching !== undefined)
  expect(uses.map(({ name }) => name).toSorted()).toEqual(cached.map(({ name }) => name).toSorted())
})

test('every cached read is a hit the second time, and gives what the database gives', async () => {
  for (const { name, cached, fresh } of uses) {
    await cached()
    const second = await cached()
    expect({ name, outcome: bench.b.outcome() }).toEqual({ name, outcome: 'hit' })
    expect({ name, value: second }).toEqual({ name, value: await fresh() })
  }
})

test('a read whose value has a new shape has a new version', async () => {
  const values = uses.map(async ({ name, version, fresh }) => ({
    name,
    version,
    value: await fresh(),
  }))
  checkShapes(await Promise.all(values))
})

/** One change that somebody sees, for each kind of fact that a page shows. */
const changes: [what: string, statement: SQL][] = [
  ['a name of a person', sql`update users set name = name || ' M.'`],
  ['a role', sql`update memberships set role = 'manager'`],
  ['a default', sql`delete from user_defaults`],
  ['a request', sql`update access_requests set message = 'please'`],
  ['a name of a client', sql`update client_accounts set name = name || ' Inc.'`],
  ['a name of an engagement', sql`update engagements set name = name || ' 2'`],
  ['a name of a file', sql`update data_imports set file_name = 'renamed.csv'`],
  ['counts of an import', sql`update data_imports set row_count = 7, created_count = 6`],
  ['parts that arrived', sql`update upload_parts set part_number = 3`],
  ['rows as they came', sql`delete from raw_rows`],
  ['progress', sql`update discovery_flows set progress_done = 3, progress_total = 9`],
  ['a status', sql`update discovery_flows set status = 'waiting_for_approval'`],
  ['a phase', sql`update flow_phases set status = 'completed', result = '{"status":"completed"}'`],
  ['a phase’s history', sql`update flow_phase_history set to_status = 'failed'`],
  [
    'a column’s attribute',
    sql`update field_mappings set attribute = 'hostname', state = 'approved'`,
  ],
  [
    'an asset',
    sql`update assets set name = 'renamed', cpu_count = 4, attributes = '{"cpu_count":4}'`,
  ],
  ['a source of an asset', sql`update asset_sources set source_name = 'another sheet'`],
  ['a disk', sql`update asset_disks set label = 'two'`],
  ['a network card', sql`update asset_network_cards set label = 'two'`],
  ['a partition', sql`delete from asset_partitions`],
  ['an issue', sql`update asset_issues set reason = 'It says TBD.', rule = 'stray_blanks'`],
  ['a view', sql`update saved_views set name = 'Ours', shared = true`],
  ['an asset that is gone', sql`delete from assets`],
  ['an import that is gone', sql`delete from data_imports`],
  ['a person who is disabled', sql`update users set status = 'disabled'`],
  ['a membership that is gone', sql`delete from memberships`],
  ['an engagement that is archived', sql`update engagements set archived_at = now()`],
]

const everything = async (how: 'cached' | 'fresh') =>
  Object.fromEntries(await Promise.all(uses.map(async (use) => [use.name, await use[how]()])))

describe('no read misses a fact that somebody changed in SQL', () => {
  test.each(changes)('%s', async (_what, statement) => {
    const before = await everything('cached')
    await rowsOf(statement)
    expect(await everything('fresh'), 'somebody sees the change').not.toEqual(before)
    await bench.a.relay()
    expect(await everything('cached')).toEqual(await everything('fresh'))
  })
})
