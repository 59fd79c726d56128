import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { approveMappings } from '@/lib/domain/mapping/commands/approve-mappings'
import { changeMapping } from '@/lib/domain/mapping/commands/change-mapping'
import { rejectMappings } from '@/lib/domain/mapping/commands/reject-mappings'
import { undoMappings } from '@/lib/domain/mapping/commands/undo-mappings'
import type { MappingView, SeenColumn } from '@/lib/domain/mapping/page/schema'
import { findMappingPage } from '@/lib/domain/mapping/queries'
import { dataOf, upload } from '../flows/upload'
import { createWorld, type World } from '../flows/world'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

/** A file with columns of the test's own: what is learned about one name holds for all files. */
async function waiting(word: string) {
  const header = `Server Name,CPU Count ${word},Memory MB ${word},Zzyx ${word}`
  const { flowId } = await upload(world, `${header}\nalpha,2,4096,k1\nbeta,4,8192,k2\n`)
  await world.drive({ flowId })
  expect(world.problems).toEqual([])
  return flowId
}

async function columnsOf(flowId: string): Promise<MappingView[]> {
  const page = await findMappingPage(world.analyst, world.app, flowId)
  return page?.columns ?? expect.fail('no page')
}

const seen = (columns: readonly MappingView[]): SeenColumn[] =>
  columns.map(({ mappingId, version }) => ({ mappingId, version }))
const withoutVersion = (columns: readonly MappingView[]) =>
  columns.map(({ version: _, ...column }) => column)
const decidable = (columns: readonly MappingView[]) =>
  columns.filter(({ attribute }) => attribute !== null)

const lessonsAbout = (word: string) =>
  world.rows(sql`
    select header, attribute, pattern_type as type, evidence_count as evidence from patterns
     where header like ${`%${word}`} order by header, attribute, pattern_type`)

const undo = async (flowId: string, columns: SeenColumn[], scope = world.manager) =>
  undoMappings(scope, world.deps, { flowId, columns })

test('an undone rejection leaves columns and lessons as they were', async () => {
  const flowId = await waiting('quux')
  const before = await columnsOf(flowId)
  const two = decidable(before).slice(1)
  const which = { columns: seen(two) }
  const rejected = dataOf(await rejectMappings(world.analyst, world.deps, { flowId, which }))
  expect(rejected).toMatchObject({ decided: 2, passedOver: [], undecided: 1, continues: false })
  expect(await lessonsAbout('quux')).toHaveLength(2)
  const left = (await columnsOf(flowId)).filter(({ state }) => state === 'rejected')
  const undone = dataOf(await undo(flowId, seen(left)))
  expect(undone).toEqual({ flowId, decided: 2, passedOver: [], undecided: 3, continues: false })
  const after = await columnsOf(flowId)
  expect(withoutVersion(after)).toEqual(withoutVersion(before))
  expect(after[1]?.version).toBe((before[1]?.version ?? 0) + 2)
  expect(await lessonsAbout('quux')).toEqual([])
})

test('an undone change gives back attribute, reasons, units, and who had decided before', async () => {
  const flowId = await waiting('plugh')
  const [, cpu] = await columnsOf(flowId)
  if (!cpu) expect.fail('no column')
  const which = { columns: seen([cpu]) }
  dataOf(await approveMappings(world.manager, world.deps, { flowId, which }))
  const before = await columnsOf(flowId)
  const change = { flowId, mappingId: cpu.mappingId, attribute: 'notes', version: cpu.version + 1 }
  const { version } = dataOf(await changeMapping(world.analyst, world.deps, change))
  dataOf(await undo(flowId, [{ mappingId: cpu.mappingId, version }]))
  const after = await columnsOf(flowId)
  expect(withoutVersion(after)).toEqual(withoutVersion(before))
  expect(after[1]).toMatchObject({ state: 'approved', decidedBy: 'manager of acme' })
  expect(await lessonsAbout('plugh')).toEqual([
    { header: 'cpu count plugh', attribute: 'cpu_count', type: 'header_approved', evidence: 1 },
  ])
})

test('a lesson that a mistake had forgotten is known again with all its evidence', async () => {
  for (const _ of [1, 2]) {
    const flowId = await waiting('xyzzy')
    const which = { columns: seen(decidable(await columnsOf(flowId)).slice(1, 2)) }
    dataOf(await approveMappings(world.analyst, world.deps, { flowId, which }))
  }
  const known = await lessonsAbout('xyzzy')
  expect(known).toMatchObject([{ type: 'header_approved', evidence: 2 }])
  const flowId = await waiting('xyzzy')
  const [column] = decidable(await columnsOf(flowId)).slice(1)
  if (!column) expect.fail('no column')
  const which = { columns: seen([column]) }
  dataOf(await rejectMappings(world.analyst, world.deps, { flowId, which }))
  expect(await lessonsAbout('xyzzy')).toMatchObject([{ type: 'header_rejected', evidence: 1 }])
  dataOf(await undo(flowId, [{ mappingId: column.mappingId, version: column.version + 1 }]))
  expect(await lessonsAbout('xyzzy')).toEqual(known)
})

test('what somebody decided about since is not taken back', async () => {
  const flowId = await waiting('fnord')
  const [, cpu, memory] = await columnsOf(flowId)
  if (!cpu || !memory) expect.fail('no columns')
  const which = { columns: seen([cpu, memory]) }
  dataOf(await rejectMappings(world.analyst, world.deps, { flowId, which }))
  const left = [cpu, memory].map(({ mappingId, version }) => ({ mappingId, version: version + 1 }))
  const change = { flowId, ...left[0], mappingId: cpu.mappingId, attribute: 'notes' as const }
  dataOf(await changeMapping(world.manager, world.deps, { ...change, version: cpu.version + 1 }))
  expect(dataOf(await undo(flowId, left, world.analyst))).toMatchObject({
    decided: 1,
    passedOver: [{ mappingId: cpu.mappingId, by: 'manager of acme' }],
  })
  const after = await columnsOf(flowId)
  expect(after[1]).toMatchObject({ attribute: 'notes', state: 'approved' })
  expect(after[2]?.state).toBe(memory.state)
  expect(await undo(flowId, left)).toMatchObject({ ok: false, code: 'conflict' })
})

test('nothing is undone once the flow has gone on, nor in another client account', async () => {
  const flowId = await waiting('thud')
  const which = { columns: seen(decidable(await columnsOf(flowId))) }
  expect(
    dataOf(await approveMappings(world.analyst, world.deps, { flowId, which })).continues,
  ).toBe(true)
  const left = seen(decidable(await columnsOf(flowId)))
  expect(await undo(flowId, left)).toMatchObject({ ok: false, code: 'wrong_state' })
  expect(await undo(flowId, left, world.stranger)).toMatchObject({ code: 'not_found' })
  const other = await waiting('other')
  expect(await undo(other, left)).toMatchObject({ ok: false, code: 'not_found' })
})
