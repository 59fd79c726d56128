import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { lookupsOf } from '@/lib/domain/inventory/lookups'
import { ownWorkspaces } from './own-workspaces'
import { inventoryOf } from './state'
import { csv } from './texts'
import { importFile, query } from './workspace'

const workspace = ownWorkspaces()

const file = (rows: Record<string, string>[]) => ({
  text: csv(['Name', 'CPUs'], rows),
  fileName: 'cmdb.csv',
  columns: { Name: 'name', CPUs: 'cpu_count' },
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
