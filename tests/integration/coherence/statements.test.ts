import { beforeAll, expect, test } from 'vitest'
import { tagsOf } from '@/db/coherence/tags'
import type { CollectionTags } from '@/lib/base/collection-tags'
import { clientNamespace, globalNamespace, namespaceTag, type Tag } from '@/lib/base/tag'
import { fillEveryTable, type TwoTenants } from '../db/every-table'
import { openDatabase } from '../db/open-database'
import { announcedBy } from './announcements'

const database = openDatabase()
let tenants: TwoTenants

beforeAll(async () => {
  tenants = await database.owner.transaction(null, fillEveryTable)
})

const heardOf = async (...statements: string[]) =>
  (await announcedBy(database.ownerClient, ...statements)).tags
const acme = () => ({
  clientId: tenants.acme.clientAccountId,
  engagementId: tenants.acme.engagementId,
})
const ofAcme = () => `client_account_id = '${acme().clientId}'`

/** The id of the only row that acme has in a table. */
async function idIn(table: string): Promise<string> {
  const { rows } = await database.ownerClient.query(`select id from ${table} where ${ofAcme()}`)
  return rows[0]?.id
}
const told = (collection: CollectionTags, id: string): Tag[] => [
  ...collection.list(),
  ...collection.row(id).slice(0, 1),
]

const insertAssets = (count: number) => `
  insert into assets (client_account_id, engagement_id, asset_type, name, name_key, attributes,
    search_text)
  select '${acme().clientId}', '${acme().engagementId}', 'server', n, n, '{}', n
    from generate_series(1, ${count}) n`

test('a deleted import announces all that goes with it', async () => {
  const [importId, flowId, assetId] = [
    await idIn('data_imports'),
    await idIn('discovery_flows'),
    await idIn('assets'),
  ]
  expect(await heardOf(`delete from data_imports where ${ofAcme()}`)).toEqual(
    [
      // The import itself, its parts, its flow and its mappings.
      ...[1, 2, 3, 4].flatMap(() => told(tagsOf.import(acme()), importId)),
      ...told(tagsOf.fileName(acme()), importId),
      ...told(tagsOf.rawRows(acme()), importId),
      // The flow itself, its phases, and their history; its import finds it gone already.
      ...[1, 2, 3].flatMap(() => told(tagsOf.flow(acme()), flowId)),
      ...tagsOf.flow(acme()).list(),
      ...told(tagsOf.mapping(acme()), flowId),
      // Findings go; sources and components lose their import.
      ...[1, 2, 3, 4, 5].flatMap(() => told(tagsOf.asset(acme()), assetId)),
      ...told(tagsOf.issue(acme()), assetId),
    ].toSorted(),
  )
})

test('a deleted master flow takes its flow along', async () => {
  const flowId = await idIn('discovery_flows')
  const heard = await heardOf(`delete from master_flows where ${ofAcme()}`)
  expect(heard).toEqual(expect.arrayContaining(told(tagsOf.flow(acme()), flowId)))
  expect(heard).toEqual(expect.arrayContaining(told(tagsOf.mapping(acme()), flowId)))
})

test('a deleted asset announces its findings', async () => {
  const assetId = await idIn('assets')
  const heard = await heardOf(`delete from assets where ${ofAcme()}`)
  expect(new Set(heard)).toEqual(
    new Set([...told(tagsOf.asset(acme()), assetId), ...told(tagsOf.issue(acme()), assetId)]),
  )
})

test('a deleted engagement announces who loses it, in both namespaces', async () => {
  const { engagementId } = acme()
  const { rows } = await database.ownerClient.query('select id from users')
  const { tags, perNamespace } = await announcedBy(
    database.ownerClient,
    'delete from data_imports',
    'delete from master_flows',
    `delete from engagements where id = '${engagementId}'`,
  )
  expect(tags).toEqual(
    expect.arrayContaining([
      ...told(tagsOf.engagement, engagementId),
      ...told(tagsOf.membership, rows[0]?.id),
      ...told(tagsOf.userDefaults, rows[0]?.id),
      ...told(tagsOf.asset(acme()), await idIn('assets')),
    ]),
  )
  expect(perNamespace).toBeGreaterThan(3)
})

test('a row that moves announces where it was and where it is', async () => {
  const from = await idIn('assets')
  const { rows } = await database.ownerClient.query('select uuidv7() as id')
  const to = rows[0]?.id
  const heard = await heardOf(
    `insert into assets select (jsonb_populate_record(a, jsonb_build_object('id', '${to}'))).*
       from assets a where ${ofAcme()}`,
    `update asset_sources set asset_id = '${to}' where ${ofAcme()}`,
  )
  const asset = tagsOf.asset(acme())
  expect(heard).toEqual(
    [...asset.list(), ...asset.row(from).slice(0, 1), ...asset.row(to).slice(0, 1)].toSorted(),
  )
})

test('a finding without an asset announces the lists alone', async () => {
  const heard = await heardOf(
    `update asset_issues set asset_id = null where ${ofAcme()}`,
    `
    update asset_issues set state = 'skipped' where ${ofAcme()}`,
  )
  expect(heard).toEqual([...tagsOf.asset(acme()).list(), ...tagsOf.issue(acme()).list()].toSorted())
})

test('up to 256 rows are named one by one, more of them together', async () => {
  const asset = tagsOf.asset(acme())
  const named = await heardOf(insertAssets(256))
  expect(named).toHaveLength(257)
  expect(named).toEqual(expect.arrayContaining([...asset.list()]))
  expect(await heardOf(insertAssets(257))).toEqual(
    [...asset.row('any').slice(1), ...asset.list()].toSorted(),
  )
})

test('an update counts each row once', async () => {
  const rename = `update assets set name = 'x' where ${ofAcme()} and search_text <> 'machine'`
  expect(await heardOf(insertAssets(256), rename)).toHaveLength(257)
})

test('a statement over two client accounts announces to each its own', async () => {
  const { tags, perNamespace } = await announcedBy(
    database.ownerClient,
    `update assets set name = 'x'`,
  )
  expect(perNamespace).toBe(2)
  expect(tags).toHaveLength(4)
})

test('a statement that changes no row announces nothing', async () => {
  for (const statement of [
    `update assets set name = 'x' where false`,
    'delete from users where false',
    `insert into assets select * from assets where false`,
  ]) {
    expect(await heardOf(statement)).toEqual([])
  }
})

test('an upsert announces what it inserts and what it updates', async () => {
  const { rows } = await database.ownerClient.query('select id from users')
  const person = rows[0]?.id
  const upsert = `
    insert into user_defaults (user_id, client_account_id, engagement_id)
    select id, '${acme().clientId}', '${acme().engagementId}' from users
        on conflict (user_id) do update set version = user_defaults.version + 1`
  expect(await heardOf(upsert)).toEqual(told(tagsOf.userDefaults, person).toSorted())
  const newcomer = `insert into users (email, name) values ('new@portolan.test', 'New') returning id`
  const heard = await heardOf(newcomer, upsert)
  expect(heard.filter((tag) => !tag.endsWith(':list'))).toHaveLength(2)
})

test('changes within a WITH announce themselves', async () => {
  const [assetId, flowId] = [await idIn('assets'), await idIn('discovery_flows')]
  const heard = await heardOf(`
    with renamed as (update assets set name = 'x' where ${ofAcme()} returning id),
      restated as (delete from flow_phases where ${ofAcme()})
    update asset_disks set label = 'x' where asset_id in (select id from renamed)`)
  expect(new Set(heard)).toEqual(
    new Set([...told(tagsOf.asset(acme()), assetId), ...told(tagsOf.flow(acme()), flowId)]),
  )
})

test('what is rolled back to a savepoint is not announced', async () => {
  const rename = `update assets set name = 'x' where ${ofAcme()}`
  const begun = await database.app.begin(acme().clientId)
  try {
    for (const step of ['savepoint before', rename, 'rollback to before']) {
      await begun.tx.execute(step)
    }
    expect(await begun.announced()).toEqual([])
    await begun.tx.execute(rename)
    expect(await begun.announced()).toHaveLength(1)
  } finally {
    await begun.rollback()
  }
})

test('a heartbeat is quiet, and nothing else of a flow is', async () => {
  const flow = [
    ...told(tagsOf.flow(acme()), await idIn('discovery_flows')),
    ...told(tagsOf.import(acme()), await idIn('data_imports')),
  ].toSorted()
  const beat = 'update discovery_flows set heartbeat_at = clock_timestamp()'
  expect(await heardOf(`${beat} where ${ofAcme()}`)).toEqual([])
  expect(await heardOf(`${beat}, progress_done = 7 where ${ofAcme()}`)).toEqual(flow)
  expect(await heardOf(`${beat}, updated_at = now() where ${ofAcme()}`)).toEqual(flow)
  const others = [`failure = '{}'`, 'finished_at = now()', 'version = 9', `phase = 'x'`]
  for (const change of others) {
    expect(await heardOf(`${beat}, ${change} where ${ofAcme()}`)).toEqual(flow)
  }
})

test('the name of a file is told of when it changes, and with nothing else of its import', async () => {
  const [fileName] = [told(tagsOf.fileName(acme()), await idIn('data_imports'))]
  const change = (what: string) => heardOf(`update data_imports set ${what} where ${ofAcme()}`)
  expect(await change(`parts_parsed = 1, status = 'parsed'`)).not.toEqual(
    expect.arrayContaining(fileName.slice(0, 1)),
  )
  expect(await change(`file_name = 'other.csv'`)).toEqual(expect.arrayContaining(fileName))
  expect(await change(`file_name = file_name`)).not.toEqual(
    expect.arrayContaining(fileName.slice(0, 1)),
  )
  const heard = await heardOf(`update data_imports set file_name = 'same.csv', status = 'parsed'`)
  expect(heard).toEqual(expect.arrayContaining(fileName))
})

test('the name of a person is told of when it changes, and not when somebody new asks for access', async () => {
  const { rows } = await database.ownerClient.query('select id from users')
  const name = told(tagsOf.personName, rows[0]?.id)
  expect(await heardOf(`update users set name = 'x'`)).toEqual(expect.arrayContaining(name))
  const quiet = [
    `update users set status = 'disabled', session_version = 2`,
    `insert into users (email, name) values ('new@portolan.test', 'New')`,
  ]
  for (const statement of quiet) {
    const heard = await heardOf(statement)
    expect(heard).toEqual(expect.arrayContaining([...tagsOf.user.list()]))
    expect(heard.filter((tag) => name.includes(tag))).toEqual([])
  }
})

test('a truncation purges every namespace', async () => {
  const everybody = [acme().clientId, tenants.globex.clientAccountId].map(clientNamespace)
  const heard = await heardOf('truncate asset_disks')
  expect(heard).toEqual([globalNamespace, ...everybody].map(namespaceTag).toSorted())
})

test('the logins of the site announce, although neither may write the outbox', async () => {
  const assetId = await idIn('assets')
  const begun = await database.app.begin(acme().clientId)
  await begun.tx.execute(`update assets set name = 'x'`)
  const [facts] = await begun.announced()
  expect(facts?.tags.toSorted()).toEqual(told(tagsOf.asset(acme()), assetId).toSorted())
  await begun.rollback()
  for (const login of [database.app, database.platform]) {
    const forged = login.transaction(null, (tx) =>
      tx.execute(`insert into cache_outbox (namespace, tags) values ('global', '{}')`),
    )
    await expect(forged).rejects.toMatchObject({ cause: { code: '42501' } })
  }
})
