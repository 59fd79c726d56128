import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findFlow } from '@/lib/domain/flows/queries'
import { createImport } from '@/lib/domain/imports/commands/create-import'
import { liveFlow } from '../flows/live-flow'
import { createWorld, type World } from '../flows/world'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

const file = { name: 'servers.csv', sizeBytes: 10, partCount: 1, partSize: 1024 }

async function countAll() {
  const [counts] = await world.rows<Record<string, number>>(sql`
    select (select count(*)::int from data_imports) as imports,
           (select count(*)::int from master_flows) as masters,
           (select count(*)::int from discovery_flows) as flows,
           (select count(*)::int from flow_phases) as phases,
           (select count(*)::int from jobs) as jobs,
           (select count(*)::int from audit_log) as entries`)
  return counts
}

test.each(['data_imports', 'master_flows', 'discovery_flows', 'flow_phases', 'jobs'])(
  'when writing %s fails, nothing of the import is there',
  async (table) => {
    const before = await countAll()
    await world.rows(sql`
      create function refuse() returns trigger language plpgsql
          as 'begin raise exception ''refused by the test''; end'`)
    await world.rows(
      sql`create trigger refuse before insert on ${sql.identifier(table)}
            for each row execute function refuse()`,
    )
    const attempt = createImport(world.analyst, world.deps, file)
    await expect(attempt).rejects.toThrow()
    await world.rows(sql`drop function refuse cascade`)
    expect(await countAll()).toEqual(before)
  },
)

test('an import, its master flow, its discovery flow and a sleeping job are written together', async () => {
  const created = await createImport(world.analyst, world.deps, file)
  if (!created.ok) expect.fail(created.code)
  expect(await countAll()).toEqual({
    imports: 1,
    masters: 1,
    flows: 1,
    phases: 6,
    jobs: 1,
    entries: 1,
  })
  const flow = await liveFlow(world, created.data.flowId)
  expect(flow).toMatchObject({
    importId: created.data.importId,
    status: 'waiting_for_upload',
    due: false,
    progress: { done: 0, total: 1 },
    startedBy: 'analyst of acme',
  })
  expect(flow?.phases.map(({ phase, status }) => [phase, status])).toEqual([
    ['data_import', 'pending'],
    ['attribute_mapping', 'pending'],
    ['data_cleansing', 'pending'],
    ['asset_inventory', 'pending'],
    ['dependency_analysis', 'not_available'],
    ['assessment', 'not_available'],
  ])
})

test('an empty file is refused before anything is written', async () => {
  const before = await countAll()
  const refused = await createImport(world.analyst, world.deps, { ...file, sizeBytes: 0 })
  expect(refused).toMatchObject({ ok: false, code: 'empty_file' })
  expect(await countAll()).toEqual(before)
})

test("a flow is not there for another client's analyst", async () => {
  const created = await createImport(world.analyst, world.deps, file)
  if (!created.ok) expect.fail(created.code)
  expect(await findFlow(world.stranger, world.app, created.data.flowId)).toBeNull()
})
