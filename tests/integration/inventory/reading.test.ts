import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createDatabase } from '@/db/client'
import { conditionOf, listAssets } from '@/lib/domain/inventory/asset-list-queries'
import { findAsset } from '@/lib/domain/inventory/asset-queries'
import { pageOfIds, parseOrder } from '@/lib/domain/inventory/keyset'
import { decodeCursor, type ListAssets, listAssetsSchema } from '@/lib/domain/inventory/schema'
import { summariseInventory } from '@/lib/domain/inventory/summary-queries'
import { createTestDatabase, type TestDatabase } from '../../support/test-database'
import { vInfo, vNetwork, vPartition } from './texts'
import { importFile, openWorkspace, query, type Workspace } from './workspace'

let database: TestDatabase
let large: Workspace
let small: Workspace

const assetCount = 30_000

beforeAll(async () => {
  database = await createTestDatabase()
  large = await openWorkspace(database)
  small = await openWorkspace(database)
  for (const sheet of [vInfo, vNetwork, vPartition]) await importFile(small, sheet)
  await fill(large)
})

afterAll(async () => {
  await Promise.all([large.close(), small.close()])
  await database.drop()
})

/** Many assets straight into the table; every seventh has no figures. */
async function fill({ scope }: Workspace): Promise<void> {
  const owner = createDatabase({ url: database.ownerUrl, tls: false, maxConnections: 1 })
  await owner.transaction(null, (tx) =>
    tx.execute(sql`
      insert into assets (client_account_id, engagement_id, asset_type, name, name_key,
        environment, os_family, power_state, cpu_count, memory_mib, disk_total_gib, attributes,
        search_text)
      select ${scope.clientId}::uuid, ${scope.engagementId}::uuid,
        (array['server', 'virtual_machine', 'application'])[1 + n % 3], 'Asset ' || n,
        'asset ' || n, (array['production', 'test', null])[1 + n % 3],
        (array['linux', 'windows'])[1 + n % 2], case when n % 5 = 0 then 'off' else 'on' end,
        case when n % 7 > 0 then n % 64 end, case when n % 7 > 0 then (n % 128) * 1024 end,
        case when n % 7 > 0 then (n % 900) + 0.5 end, jsonb_build_object('name', 'Asset ' || n),
        'asset ' || n
      from generate_series(1, ${assetCount}::int) n`),
  )
  await owner.transaction(null, (tx) => tx.execute(sql`analyze assets`))
  await owner.close()
}

function ask(input: Record<string, unknown>): ListAssets {
  return listAssetsSchema.parse(input)
}

const list = (place: Workspace, input: Record<string, unknown>) =>
  listAssets(place.scope, place.db, ask(input))

test.each([
  'name',
  '-name',
  'type',
  '-type',
  'cpu',
  '-cpu',
  'memory',
  '-memory',
  'storage',
  '-storage',
])('paging by %s visits every asset once, and back the same way', async (sort) => {
  const filter = { q: 'asset 29', sort, limit: 200 }
  const there: string[][] = []
  let page = await list(large, filter)
  expect(page.previous).toBeNull()
  for (;;) {
    there.push(page.assets.map(({ id }) => id))
    if (page.next === null) break
    page = await list(large, { ...filter, cursor: page.next })
  }
  const all = there.flat()
  expect(all).toHaveLength(page.total)
  expect(new Set(all).size).toBe(page.total)
  const back = [page.assets.map(({ id }) => id)]
  while (page.previous !== null) {
    page = await list(large, { ...filter, cursor: page.previous })
    back.unshift(page.assets.map(({ id }) => id))
  }
  expect(back).toEqual(there)
})

test.each([
  ['cpu', 'cpuCount'],
  ['-cpu', 'cpuCount'],
  ['memory', 'memoryMib'],
  ['-storage', 'diskTotalGib'],
] as const)('%s sorts, and assets without a value come last', async (sort, field) => {
  const values: (number | null)[] = []
  let cursor: string | undefined
  do {
    const page = await list(large, { q: 'asset 12', sort, cursor, limit: 500 })
    values.push(...page.assets.map((asset) => asset[field]))
    cursor = page.next ?? undefined
  } while (cursor)
  const valued = values.filter((value) => value !== null)
  expect(values.slice(0, valued.length)).toEqual(valued)
  expect(valued.length).toBeLessThan(values.length)
  const sign = sort.startsWith('-') ? -1 : 1
  expect(valued).toEqual([...valued].sort((a, b) => sign * (a - b)))
})

test('filters narrow, several values of one widen, "none" asks for what is not set', async () => {
  const total = async (input: Record<string, unknown>) => (await list(large, input)).total
  expect(await total({})).toBe(assetCount)
  expect(await total({ type: 'server' })).toBe(assetCount / 3)
  expect(await total({ type: ['server', 'application'] })).toBe((assetCount * 2) / 3)
  expect(await total({ type: 'server', environment: 'test' })).toBe(0)
  expect(await total({ environment: 'none' })).toBe(assetCount / 3)
  expect(await total({ environment: ['none', 'test'] })).toBe((assetCount * 2) / 3)
  expect(await total({ power: 'off', os: 'linux' })).toBe(assetCount / 10)
  expect(await total({ q: 'ASSET 29999' })).toBe(1)
  expect(await total({ q: '%' })).toBe(assetCount)
  expect(await total({ q: 'as%et' })).toBe(0)
})

test('a page of many thousand assets is read from an index, wherever it lies', async () => {
  const deep = await list(large, { sort: 'name', limit: 50, cursor: undefined })
  for (const sort of ['name', '-name', 'type', 'cpu', '-memory', 'storage']) {
    const first = await list(large, { sort, limit: 50 })
    for (const cursor of [null, first.next]) {
      const ids = pageOfIds(
        parseOrder(sort),
        cursor === null ? null : decodeCursor(cursor),
        conditionOf(large.scope, ask({})),
        50,
      )
      const plan = await query<{ 'QUERY PLAN': string }>(
        large,
        sql`explain (analyze, costs off, timing off, summary off, buffers off) ${ids}`,
      )
      const text = plan.map((line) => line['QUERY PLAN']).join('\n')
      expect(text).toMatch(/Index (Only )?Scan (Backward )?using assets_by_/)
      expect(text).not.toContain('Seq Scan on assets')
      for (const [, rows] of text.matchAll(/actual rows=(\d+)/g)) {
        expect(Number(rows)).toBeLessThanOrEqual(102)
      }
    }
  }
  expect(deep.assets).toHaveLength(50)
})

test("the dashboard's counts are the inventory's", async () => {
  for (const place of [large, small]) {
    const summary = await summariseInventory(place.scope, place.db)
    expect((await list(place, {})).total).toBe(summary.assets)
    for (const facet of ['type', 'environment', 'os', 'power'] as const) {
      for (const { value, count } of summary.facets[facet]) {
        expect((await list(place, { [facet]: value ?? 'none' })).total).toBe(count)
      }
    }
  }
  const { assets } = await list(small, {})
  const summary = await summariseInventory(small.scope, small.db)
  const sum = (of: (asset: (typeof assets)[number]) => number | null) =>
    assets.reduce((total, asset) => total + (of(asset) ?? 0), 0)
  expect(summary).toMatchObject({
    cpuCount: sum((asset) => asset.cpuCount),
    memoryMib: sum((asset) => asset.memoryMib),
    diskTotalGib: sum((asset) => asset.diskTotalGib),
    networkCards: sum((asset) => asset.networkCards),
    partitions: sum((asset) => asset.partitions),
    openIssues: sum((asset) => asset.issues),
  })
})

test('an asset says of each value which file and row it comes from, and how it came', async () => {
  const { assets } = await list(small, { q: 'alpha' })
  const asset = await findAsset(small.scope, small.db, assets[0]?.id ?? '')
  const of = (name: string) => asset?.attributes.find((attribute) => attribute.name === name)
  expect(of('disk_total_gib')).toMatchObject({
    value: 50,
    unit: 'GiB',
    origin: { fileName: 'vinfo.csv', rowNumber: 1, raw: '51200', unit: 'MiB' },
  })
  expect(of('power_state')).toMatchObject({
    value: 'on',
    origin: { raw: 'poweredOn' },
    others: [{ value: 'off', origin: { fileName: 'vnetwork.csv' } }],
  })
  expect(of('os_family')).toMatchObject({ value: 'linux', origin: null })
  expect(asset?.networkCards).toMatchObject([{ label: 'Network adapter 1', rowNumber: 1 }])
  expect(asset?.partitions.map(({ label }) => label)).toEqual(['/', '/var'])
  expect(asset?.issues.map(({ rule }) => rule)).toEqual(['nic_count_differs'])
})

test('an asset of another engagement or client is not there', async () => {
  const { assets } = await list(small, {})
  expect(await findAsset(large.scope, large.db, assets[0]?.id ?? '')).toBeNull()
  expect((await list(large, { q: 'alpha' })).total).toBe(0)
})
