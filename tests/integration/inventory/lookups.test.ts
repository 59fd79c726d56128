import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { lookupsOf } from '@/lib/domain/inventory/lookups'
import { ownWorkspaces } from './own-workspaces'
import { inventoryOf } from './state'
import { csv } from './texts'
import { importFile, query } from './workspace'

const workspace = ownWorkspaces()

const columns = { Name: 'name', Serial: 'serial_number', CPUs: 'cpu_count' }

const file = (rows: Partial<Record<keyof typeof columns, string>>[]) => ({
  text: csv(Object.keys(columns), rows),
  fileName: 'cmdb.csv',
  columns,
  assetType: 'server',
})

test('what shares a digest only, and a key that is left over, lead to nothing', async () => {
  const place = await workspace()
  const { clientId, engagementId } = place.scope
  await importFile(place, file([{ Name: 'alpha', CPUs: '2' }]))
  const [lookup = 0] = lookupsOf(place.scope, { strong: [], name: 'server|beta' })
  await query(
    place,
    sql`insert into asset_keys (client_account_id, engagement_id, digest, asset_id)
      select ${clientId}::uuid, ${engagementId}::uuid, ${lookup}::bigint, id from (
        select id from assets
        union all select gen_random_uuid()
      ) as others`,
  )
  await importFile(place, file([{ Name: 'beta', CPUs: '8' }]))
  const { assets } = await inventoryOf(place)
  expect(assets).toMatchObject([
    { name: 'alpha', attributes: { cpu_count: 2 } },
    { name: 'beta', attributes: { cpu_count: 8 }, weaklyMatched: false },
  ])
})

test('rows find one another wherever they stand in a long file', async () => {
  const place = await workspace()
  const rows = Array.from({ length: 3_200 }, (_, i) => ({ Name: `m${i}`, Serial: `S-${i}` }))
  // Next to each other and far apart, in every order of being read and written.
  const pairs = [
    [999, 1_000],
    [5, 1_001],
    [1_999, 2_000],
    [7, 3_001],
    [1_100, 2_900],
    [3_100, 3_199],
  ]
  for (const [first = 0, second = 0] of pairs) rows[second] = { Name: '', Serial: `S-${first}` }
  const outcome = await importFile(place, file(rows))
  expect(outcome).toMatchObject({ created: 3_194, merged: 6, unchanged: 0, rejected: 0 })
  const again = await importFile(place, file(rows))
  expect(again).toMatchObject({ created: 0, merged: 0, unchanged: 3_200, rejected: 0 })
  const { assets } = await inventoryOf(place)
  expect(assets).toHaveLength(3_194)
})
