import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { approveMappings } from '@/lib/domain/mapping/commands/approve-mappings'
import { changeMapping } from '@/lib/domain/mapping/commands/change-mapping'
import { rejectMappings } from '@/lib/domain/mapping/commands/reject-mappings'
import type { MappingView } from '@/lib/domain/mapping/page/schema'
import { findMappingPage } from '@/lib/domain/mapping/queries'
import { dataOf, upload } from '../flows/upload'
import { createWorld, type World } from '../flows/world'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

const disks = 200

async function waiting() {
  const numbers = Array.from({ length: disks }, (_, n) => n + 1)
  const lines = [
    ['Server Name', ...numbers.map((n) => `Disk ${n} size (GB)`)],
    ['alpha', ...numbers],
  ]
  const { flowId } = await upload(world, lines.map((cells) => cells.join(',')).join('\n'))
  await world.drive({ flowId })
  expect(world.problems).toEqual([])
  return { flowId, columns: await columnsOf(flowId) }
}

async function columnsOf(flowId: string): Promise<MappingView[]> {
  const page = await findMappingPage(world.analyst, world.app, flowId)
  return page?.columns ?? expect.fail('no page')
}
const seen = (columns: readonly MappingView[]) => ({
  columns: columns.map(({ mappingId, version }) => ({ mappingId, version })),
})

test('two people who decide about overlapping columns at once lose nothing and are told', async () => {
  const { flowId, columns } = await waiting()
  const [mine, theirs] = [columns.slice(1, 121), columns.slice(81, 201)]
  const answers = await Promise.all([
    approveMappings(world.analyst, world.deps, { flowId, which: seen(mine) }),
    rejectMappings(world.manager, world.deps, { flowId, which: seen(theirs) }),
  ])
  const [approved, rejected] = answers.map(dataOf)
  if (!approved || !rejected) expect.fail('no answers')
  expect(approved.decided + rejected.decided).toBe(200)
  expect(approved.passedOver.length + rejected.passedOver.length).toBe(40)
  const second = approved.passedOver.length > 0 ? approved : rejected
  const other = second === approved ? 'manager of acme' : 'analyst of acme'
  expect(second.passedOver).toHaveLength(40)
  expect(new Set(second.passedOver.map(({ by }) => by))).toEqual(new Set([other]))

  const after = await columnsOf(flowId)
  const count = (state: string) => after.filter((column) => column.state === state).length
  expect([count('approved'), count('rejected')]).toEqual([approved.decided, rejected.decided])
  // Each column was decided once, whoever came first.
  expect(new Set(after.slice(1).map(({ version }) => version))).toEqual(new Set([2]))
})

test('who comes after the last decision is told that the flow has gone on', async () => {
  const { flowId, columns } = await waiting()
  const answers = await Promise.all(
    [world.analyst, world.manager].map((scope) =>
      approveMappings(scope, world.deps, { flowId, which: seen(columns) }),
    ),
  )
  const first = answers.find(({ ok }) => ok)
  expect(first).toMatchObject({ data: { decided: 201, passedOver: [], continues: true } })
  expect(answers.find(({ ok }) => !ok)).toMatchObject({
    code: 'wrong_state',
    message: expect.stringContaining('has gone on'),
  })
})

test('a column that changed since it was seen is passed over by a bulk decision', async () => {
  const { flowId, columns } = await waiting()
  const [, disk] = columns
  if (!disk) expect.fail('no column')
  const change = { flowId, mappingId: disk.mappingId, version: disk.version, attribute: null }
  dataOf(await changeMapping(world.manager, world.deps, change))
  const which = seen(columns.slice(1, 4))
  expect(dataOf(await approveMappings(world.analyst, world.deps, { flowId, which }))).toMatchObject(
    { decided: 2, passedOver: [{ mappingId: disk.mappingId, by: 'manager of acme' }] },
  )
  // An undecided column in another state than the one seen is passed over, too.
  const fresh = columns.slice(4, 5)
  await world.rows(sql`
    update field_mappings set version = version + 2 where id = ${fresh[0]?.mappingId ?? ''}`)
  const late = await approveMappings(world.analyst, world.deps, { flowId, which: seen(fresh) })
  expect(dataOf(late)).toMatchObject({ decided: 0, passedOver: [{ by: null }] })
})
