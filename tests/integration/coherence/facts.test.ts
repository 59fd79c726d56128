import { getTableName } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { tagsOf } from '@/db/coherence/tags'
import { announcedTables } from '@/db/coherence/trigger-sql'
import type { CollectionTags } from '@/lib/base/collection-tags'
import type { Tag } from '@/lib/base/tag'
import { fillEveryTable } from '../db/every-table'
import { openDatabase } from '../db/open-database'
import { announcedBy } from './announcements'

// Every statement here is plain SQL of the owner, as somebody may type it into psql.
const database = openDatabase()

type Row = Record<string, string>

beforeAll(() => database.owner.transaction(null, fillEveryTable))

const place = (row: Row) => ({
  clientId: row.client_account_id ?? '',
  engagementId: row.engagement_id ?? '',
})
const rowOf = (collection: CollectionTags, id: string | undefined): Tag[] => [
  ...collection.list(),
  ...(id ? collection.row(id).slice(0, 1) : []),
]

interface Announcing {
  /** What a changed row announces, in the words of those who read. */
  facts(row: Row): Tag[]
  /** What a row announces besides when it goes. */
  whole?(row: Row): Tag[]
  /** How its flow, which it does not name, is found. */
  flow?: string
  /** The columns in which a second row differs from one that is there. */
  fresh: string
  /** What stands in the way of a deletion and is removed before it. */
  before?: string[]
  /** A change that is made; any other than the quiet ones. */
  change: string
}

const engagementTables = [
  'asset_issues',
  'asset_sources',
  'asset_disks',
  'asset_network_cards',
  'asset_partitions',
  'field_mappings',
  'discovery_flows',
  'master_flows',
  'raw_rows',
  'saved_views',
  'upload_parts',
]
const emptied = (...tables: string[]) => tables.map((table) => `delete from ${table}`)
const asset = (row: Row) => rowOf(tagsOf.asset(place(row)), row.asset_id)
const flow = (row: Row) => rowOf(tagsOf.flow(place(row)), row.flow_id)
const newId = `'id', uuidv7()`
const component = { facts: asset, fresh: `${newId}, 'label_key', 'two'`, change: `label = 'x'` }

const tables: Record<string, Announcing> = {
  client_accounts: {
    facts: ({ id }) => rowOf(tagsOf.clientAccount, id),
    fresh: `${newId}, 'slug', 'third'`,
    change: `name = 'x'`,
    before: emptied('patterns', 'data_imports', 'master_flows', 'engagements'),
  },
  engagements: {
    facts: ({ id }) => rowOf(tagsOf.engagement, id),
    fresh: `${newId}, 'slug', 'second'`,
    change: `name = 'x'`,
  },
  users: {
    facts: ({ id }) => rowOf(tagsOf.user, id),
    whole: ({ id }) => rowOf(tagsOf.personName, id),
    fresh: `${newId}, 'email', 'second@portolan.test'`,
    change: `status = 'disabled'`,
    before: emptied('data_imports', 'master_flows'),
  },
  memberships: {
    facts: ({ user_id }) => rowOf(tagsOf.membership, user_id),
    fresh: `${newId}, 'user_id', (select id from users where name = 'second')`,
    change: `role = 'viewer'`,
  },
  user_defaults: {
    facts: ({ user_id }) => rowOf(tagsOf.userDefaults, user_id),
    fresh: `'user_id', (select id from users where name = 'second')`,
    change: 'version = 2',
  },
  access_requests: {
    facts: ({ user_id }) => rowOf(tagsOf.accessRequest, user_id),
    fresh: `${newId}, 'status', 'rejected'`,
    change: `reason = 'x'`,
  },
  ended_sessions: {
    facts: ({ user_id }) => rowOf(tagsOf.user, user_id),
    fresh: newId,
    change: `expires_at = now()`,
  },
  data_imports: {
    facts: (row) => [
      ...rowOf(tagsOf.import(place(row)), row.id),
      ...rowOf(tagsOf.flow(place(row)), row.flow),
    ],
    whole: (row) => rowOf(tagsOf.fileName(place(row)), row.id),
    fresh: newId,
    flow: 'f.data_import_id = data_imports.id',
    change: `status = 'parsed'`,
    before: emptied(...engagementTables),
  },
  upload_parts: {
    facts: (row) => rowOf(tagsOf.import(place(row)), row.data_import_id),
    fresh: `'part_number', 1`,
    change: `sha256 = 'y'`,
  },
  raw_rows: {
    facts: (row) => rowOf(tagsOf.rawRows(place(row)), row.data_import_id),
    fresh: `'row_number', 2`,
    change: `outcome = 'created'`,
  },
  master_flows: {
    facts: (row) => rowOf(tagsOf.flow(place(row)), row.flow),
    fresh: newId,
    flow: 'f.master_flow_id = master_flows.id',
    change: `kind = 'discovery'`,
    before: emptied('discovery_flows'),
  },
  discovery_flows: {
    facts: (row) => [
      ...rowOf(tagsOf.flow(place(row)), row.id),
      ...rowOf(tagsOf.import(place(row)), row.data_import_id),
    ],
    fresh: `${newId}, 'master_flow_id', (select max(id::text) from master_flows),
      'data_import_id', (select max(id::text) from data_imports)`,
    change: 'progress_done = 1',
  },
  flow_phases: { facts: flow, fresh: `'phase', 'data_cleansing'`, change: `status = 'running'` },
  flow_phase_history: { facts: flow, fresh: newId, change: `from_status = 'pending'` },
  field_mappings: {
    facts: (row) => [
      ...rowOf(tagsOf.mapping(place(row)), row.flow_id),
      ...rowOf(tagsOf.import(place(row)), row.data_import_id),
    ],
    fresh: `${newId}, 'position', 1`,
    change: `state = 'approved'`,
  },
  assets: {
    facts: (row) => rowOf(tagsOf.asset(place(row)), row.id),
    fresh: newId,
    change: `name = 'x'`,
    before: emptied(...engagementTables.slice(0, 5)),
  },
  asset_sources: { facts: asset, fresh: newId, change: `source_name = 'x'` },
  asset_disks: component,
  asset_network_cards: component,
  asset_partitions: component,
  asset_issues: {
    facts: (row) => [...asset(row), ...rowOf(tagsOf.issue(place(row)), row.asset_id)],
    fresh: `${newId}, 'issue_key', 'another'`,
    change: `state = 'skipped'`,
  },
  saved_views: {
    facts: (row) => rowOf(tagsOf.savedView(place(row)), row.id),
    fresh: `${newId}, 'name', 'Other'`,
    change: 'shared = true',
  },
}

test('the tables here are those that announce', () => {
  const announcing = announcedTables.map(({ table }) => getTableName(table))
  expect(Object.keys(tables).toSorted()).toEqual(announcing.toSorted())
})

describe.each(Object.entries(tables))('%s', (name, table) => {
  const { facts, whole = () => [], flow: its, fresh, change, before = [] } = table
  const factsOf = (rows: Row[]) => [...new Set(rows.flatMap(facts))].toSorted()
  const wholeOf = (rows: Row[]) => [...factsOf(rows), ...new Set(rows.flatMap(whole))].toSorted()
  const returned = its ? `*, (select f.id from discovery_flows f where ${its}) as flow` : '*'

  test('an insert', async () => {
    const heard = await announcedBy(
      database.ownerClient,
      `insert into users (email, name) values ('second', 'second')`,
      `insert into master_flows (client_account_id, engagement_id, created_by)
         select client_account_id, engagement_id, created_by from master_flows limit 1`,
      `insert into data_imports select (jsonb_populate_record(t, jsonb_build_object('id', uuidv7()))).*
         from data_imports t limit 1`,
      `insert into ${name} select (jsonb_populate_record(t, jsonb_build_object(${fresh}))).*
         from ${name} t limit 1 returning ${returned}`,
    )
    expect(heard.rows).toHaveLength(1)
    // Nothing can show yet what a new row says of itself.
    expect(heard.tags).toEqual(factsOf(heard.rows))
  })

  test('an update', async () => {
    const heard = await announcedBy(
      database.ownerClient,
      `update ${name} set ${change} returning ${returned}`,
    )
    expect(heard.rows.length).toBeGreaterThan(0)
    expect(heard.tags).toEqual(factsOf(heard.rows))
    expect(heard.perNamespace).toBe(new Set(heard.tags.map((tag) => tag.split(':')[0])).size)
  })

  test('a deletion', async () => {
    const heard = await announcedBy(
      database.ownerClient,
      ...before,
      `delete from ${name} returning ${returned}`,
    )
    expect(heard.rows.length).toBeGreaterThan(0)
    expect(heard.tags).toEqual(expect.arrayContaining(wholeOf(heard.rows)))
    // What hangs under the rows goes with them and announces itself.
    const own = new Set(wholeOf(heard.rows))
    const alone = !['client_accounts', 'engagements', 'users', 'discovery_flows'].includes(name)
    if (alone) expect(new Set(heard.tags)).toEqual(own)
  })
})
