import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { approveMappings } from '@/lib/domain/mapping/commands/approve-mappings'
import { changeMapping } from '@/lib/domain/mapping/commands/change-mapping'
import { undoMappings } from '@/lib/domain/mapping/commands/undo-mappings'
import type { MappingView } from '@/lib/domain/mapping/page/schema'
import { findMappingPage } from '@/lib/domain/mapping/queries'
import { dataOf, upload } from '../flows/upload'
import { createWorld, type World } from '../flows/world'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

/**
 * A file that names its columns 1 and 2 alike, by a word of the test's own, and waits for decisions.
 * @param attribute suggested for the second of them
 */
async function waiting(word: string, attribute = 'cpu_count') {
  const header = `Server Name,CPU Count ${word},cpu count ${word}`
  const { flowId } = await upload(world, `${header}\nalpha,2,2\nbeta,4,4\n`)
  await world.drive({ flowId })
  expect(world.problems).toEqual([])
  await world.rows(sql`
    update field_mappings set attribute = case position when 1 then 'cpu_count' else ${attribute} end
     where flow_id = ${flowId} and position > 0`)
  const one = async (position: number): Promise<MappingView> => {
    const page = await findMappingPage(world.analyst, world.app, flowId)
    return page?.columns[position] ?? expect.fail('no column')
  }
  const seen = (positions: readonly number[]) =>
    Promise.all(
      positions.map(async (position) => {
        const { mappingId, version } = await one(position)
        return { mappingId, version }
      }),
    )
  return {
    async approve(...positions: number[]) {
      const which = { columns: await seen(positions) }
      dataOf(await approveMappings(world.analyst, world.deps, { flowId, which }))
    },
    async change(position: number, attribute: string) {
      const { mappingId, version } = await one(position)
      const change = { flowId, mappingId, version, attribute }
      dataOf(await changeMapping(world.analyst, world.deps, change))
    },
    async undo(...positions: number[]) {
      const columns = await seen(positions)
      dataOf(await undoMappings(world.analyst, world.deps, { flowId, columns }))
    },
  }
}

const lessonsAbout = (word: string) =>
  world.rows(sql`
    select attribute, pattern_type as type, evidence_count as evidence from patterns
     where header = ${`cpu count ${word}`} order by attribute, pattern_type`)
const approvals = (attribute: string, evidence: number) => ({
  ...{ attribute, evidence },
  type: 'header_approved',
})

test('approved one after the other and undone together they leave nothing', async () => {
  const { approve, undo } = await waiting('quux')
  await approve(1)
  await approve(2)
  expect(await lessonsAbout('quux')).toEqual([approvals('cpu_count', 2)])
  await undo(1, 2)
  expect(await lessonsAbout('quux')).toEqual([])
})

test('approved together and undone one by one they take back no more than they taught', async () => {
  const other = await waiting('plugh')
  await other.approve(1)
  const { approve, undo } = await waiting('plugh')
  await approve(1, 2)
  expect(await lessonsAbout('plugh')).toEqual([approvals('cpu_count', 3)])
  await undo(1)
  expect(await lessonsAbout('plugh')).toEqual([approvals('cpu_count', 2)])
  await undo(2)
  expect(await lessonsAbout('plugh')).toEqual([approvals('cpu_count', 1)])
})

test('each takes back its own lesson, also where they were approved for different things', async () => {
  const { approve, undo } = await waiting('xyzzy', 'cpu_sockets')
  await approve(1, 2)
  const both = [approvals('cpu_count', 1), approvals('cpu_sockets', 1)]
  expect(await lessonsAbout('xyzzy')).toEqual(both)
  await undo(2)
  expect(await lessonsAbout('xyzzy')).toEqual(both.slice(0, 1))
})

test('what one of them forgot is known again with it, and not with the other', async () => {
  const first = await waiting('fnord')
  await first.change(1, 'description')
  const rejected = { attribute: 'cpu_count', type: 'header_rejected', evidence: 1 }
  const before = [rejected, approvals('description', 1)]
  expect(await lessonsAbout('fnord')).toEqual(before)
  const { approve, undo } = await waiting('fnord', 'notes')
  await approve(1, 2)
  const after = [approvals('cpu_count', 1), approvals('description', 1)]
  expect(await lessonsAbout('fnord')).toEqual([...after, approvals('notes', 1)])
  await undo(2)
  expect(await lessonsAbout('fnord')).toEqual(after)
  await undo(1)
  expect(await lessonsAbout('fnord')).toEqual(before)
})
