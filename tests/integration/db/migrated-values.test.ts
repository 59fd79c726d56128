import path from 'node:path'
import { expect, test } from 'vitest'
import { readMigrations } from '@/db/migrate/migration-files'
import { migrate, rollback } from '@/db/migrate/runner'
import { lookupsOf } from '@/lib/domain/inventory/lookups'
import { fillEveryTable } from './every-table'
import { openDatabase } from './open-database'

const migrations = readMigrations(path.join(import.meta.dirname, '../../../db/migrations'))
const database = openDatabase()

test('0006 keeps cells, and finds what was written before it by its keys', async () => {
  const { acme } = await database.owner.transaction(null, fillEveryTable)
  const { ownerClient } = database
  const newest = migrations.findIndex(({ tag }) => tag.startsWith('0006'))
  while ((await rollback(ownerClient, migrations, 'last'))[0] !== migrations[newest]?.tag);
  await ownerClient.query(
    `insert into asset_keys (client_account_id, engagement_id, kind, value, asset_id)
     select client_account_id, engagement_id, unnest(array['fqdn', 'name']),
       unnest(array['device|zürich.example', 'server|zürich']), id
     from assets where engagement_id = $1`,
    [acme.engagementId],
  )
  await ownerClient.query(`update raw_rows set cells = array['a "b"', '', 'ü']`)
  await migrate(ownerClient, migrations)
  const { rows: kept } = await ownerClient.query('select distinct cells::text from raw_rows')
  expect(kept).toEqual([{ cells: '["a \\"b\\"","","ü"]' }])
  const { rows } = await ownerClient.query(
    'select digest::text from asset_keys where engagement_id = $1 order by asset_keys.digest',
    [acme.engagementId],
  )
  const lookups = lookupsOf(
    { clientId: acme.clientAccountId, engagementId: acme.engagementId },
    {
      strong: [{ kind: 'fqdn', value: 'device|zürich.example', about: null }],
      name: 'server|zürich',
    },
  )
  const inOrder = [...lookups].sort((a, b) => a - b)
  expect(rows.map(({ digest }) => Number(digest))).toEqual(inOrder)
})
