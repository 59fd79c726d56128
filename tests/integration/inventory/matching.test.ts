import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { fixedClock } from '@/lib/base/clock'
import { splitAssetSource } from '@/lib/domain/inventory/commands/split-asset-source'
import { testCoherence } from '../../support/coherence'
import { ownWorkspaces } from './own-workspaces'
import { assetsOf, fingerprintOf, inventoryOf } from './state'
import { csv, vInfo, vNetwork } from './texts'
import { type ImportedFile, importFile, query } from './workspace'

const workspace = ownWorkspaces()

const columns = {
  Name: 'name',
  UUID: 'uuid',
  Serial: 'serial_number',
  MAC: 'mac_address',
  IP: 'ip_address',
  Owner: 'business_owner',
  CPUs: 'cpu_count',
}

/** A file of its own source: the headers name it. */
function file(source: string, rows: Partial<Record<keyof typeof columns, string>>[]): ImportedFile {
  const headers = [...Object.keys(columns), source]
  return {
    text: csv(headers, rows),
    fileName: `${source}.csv`,
    columns,
    assetType: 'virtual_machine',
  }
}

const uuid = (n: number) => `4214d0f1-0d1a-4b1c-8d77-00000000000${n}`

test('a strong key joins rows of different sources whatever their names', async () => {
  const place = await workspace()
  await importFile(place, file('cmdb', [{ Name: 'web01', Serial: 'S-77', Owner: 'Ada' }]))
  await importFile(place, file('agent', [{ Name: 'WEB01.corp', Serial: 's-77', CPUs: '4' }]))
  const assets = await assetsOf(place)
  expect(assets).toHaveLength(1)
  expect(assets[0]).toMatchObject({
    weaklyMatched: false,
    attributes: { business_owner: 'Ada', cpu_count: 4 },
  })
})

test('a name alone joins different sources, marked', async () => {
  const place = await workspace()
  await importFile(place, file('cmdb', [{ Name: 'ALPHA', Owner: 'Ada' }]))
  await importFile(place, vInfo)
  const [alpha, beta] = await assetsOf(place)
  expect(alpha).toMatchObject({ weaklyMatched: true, attributes: { business_owner: 'Ada' } })
  expect(beta?.weaklyMatched).toBe(false)
})

test('placeholders join nobody', async () => {
  const place = await workspace()
  const rows = [
    { Name: 'a', Serial: 'To be filled by O.E.M.', UUID: '00000000-0000-0000-0000-000000000000' },
    { Name: 'b', Serial: 'To be filled by O.E.M.', UUID: '00000000-0000-0000-0000-000000000000' },
    { Name: 'c', Serial: 'None' },
    { Name: 'd', Serial: 'None' },
  ]
  expect(await importFile(place, file('cmdb', rows))).toMatchObject({ created: 4 })
})

test('in one file the same name with different keys stays apart, the same key is one', async () => {
  const place = await workspace()
  const rows = [
    { Name: 'web', UUID: uuid(1) },
    { Name: 'web', UUID: uuid(2) },
    { Name: 'other', UUID: uuid(2), Owner: 'Ada' },
  ]
  expect(await importFile(place, file('cmdb', rows))).toMatchObject({ created: 2, merged: 1 })
})

test('files in any order end as the same inventory', async () => {
  const files = [
    file('cmdb', [
      { Name: 'web', Serial: 'S1', Owner: 'Ada' },
      { Name: 'db', Owner: 'Bo' },
    ]),
    file('vmware', [
      { Name: 'web-vm', UUID: uuid(1) },
      { Name: 'db', UUID: uuid(3) },
    ]),
    file('agent', [{ Name: 'web', UUID: uuid(1), Serial: 'S1', CPUs: '2' }]),
    file('other', [{ Name: 'db', UUID: uuid(4) }]),
  ]
  const orders = [
    [0, 1, 2, 3],
    [3, 2, 1, 0],
    [1, 3, 0, 2],
    [2, 0, 3, 1],
    [1, 0, 3, 2],
  ]
  const outcomes = []
  for (const order of orders) {
    const place = await workspace()
    for (const index of order) await importFile(place, files[index] ?? { text: '' })
    const { assets } = await inventoryOf(place)
    // Of names that differ the newest is shown, which is the order's own doing.
    outcomes.push(
      assets
        .map(({ attributes: { name, ...rest } }) => JSON.stringify([name === 'db', rest]))
        .sort(),
    )
  }
  for (const outcome of outcomes) expect(outcome).toEqual(outcomes[0])
  expect(outcomes[0]).toHaveLength(4)
})

test('an asset that turns out to be another takes its parts, issues and rows along', async () => {
  const place = await workspace()
  await importFile(place, vNetwork)
  await importFile(place, file('cmdb', [{ Name: 'host-a', Serial: 'S1' }]))
  const bridge = [{ Name: 'alpha', MAC: '00:50:56:00:00:01', Serial: 'S1', CPUs: '2' }]
  await importFile(place, file('agent', bridge))
  const { assets, networkCards } = await inventoryOf(place)
  expect(assets.map(({ name }) => name)).toEqual(['alpha', 'beta', 'gamma'])
  expect(networkCards).toHaveLength(3)
  const lost = await query(
    place,
    sql`select 1 from raw_rows r where engagement_id = ${place.scope.engagementId}
      and not exists (select 1 from assets a where a.id = r.asset_id)`,
  )
  expect(lost).toEqual([])
})

test('a weak match that was split off stays apart when it comes again', async () => {
  const place = await workspace()
  const cmdb = file('cmdb', [{ Name: 'alpha', Owner: 'Ada' }])
  for (const sheet of [cmdb, vInfo, vNetwork]) await importFile(place, sheet)
  const [source] = await query<{ id: string }>(
    place,
    sql`select id from asset_sources where weak and engagement_id = ${place.scope.engagementId}
      limit 1`,
  )
  const deps = { db: place.db, clock: fixedClock(new Date()), coherence: testCoherence() }
  const split = await splitAssetSource(place.scope, deps, { sourceId: source?.id ?? '' })
  expect(split.ok).toBe(true)
  const parted = await inventoryOf(place)
  expect(parted.assets.map(({ name, weaklyMatched }) => [name, weaklyMatched])).toEqual([
    ['alpha', false],
    ['alpha', false],
    ['beta', false],
    ['gamma', false],
  ])
  expect(parted.networkCards).toHaveLength(3)
  const before = await fingerprintOf(place)
  for (const sheet of [cmdb, vInfo, vNetwork]) await importFile(place, sheet)
  expect(await fingerprintOf(place)).toEqual(before)
  const newer = { ...vInfo, text: vInfo.text.replace('alpha,poweredOn,2', 'alpha,poweredOn,8') }
  await importFile(place, newer)
  const after = await inventoryOf(place)
  expect(after.assets).toHaveLength(4)
  expect(after.assets.filter(({ attributes }) => attributes.cpu_count === 8)).toHaveLength(1)
})

test('what more than a name holds cannot be split off', async () => {
  const place = await workspace()
  await importFile(place, vInfo)
  const [source] = await query<{ id: string }>(
    place,
    sql`select id from asset_sources where engagement_id = ${place.scope.engagementId} limit 1`,
  )
  const deps = { db: place.db, clock: fixedClock(new Date()), coherence: testCoherence() }
  const refused = await splitAssetSource(place.scope, deps, { sourceId: source?.id ?? '' })
  expect(refused).toMatchObject({ ok: false, code: 'wrong_state' })
  const elsewhere = await splitAssetSource((await workspace()).scope, deps, {
    sourceId: source?.id ?? '',
  })
  expect(elsewhere).toMatchObject({ ok: false, code: 'not_found' })
})
