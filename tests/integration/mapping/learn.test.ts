import { sql } from 'drizzle-orm'
import { afterAll, beforeEach, expect, test } from 'vitest'
import type { Scope } from '@/lib/base/scope'
import { approveMappings } from '@/lib/domain/mapping/commands/approve-mappings'
import { changeMapping } from '@/lib/domain/mapping/commands/change-mapping'
import { rejectMappings } from '@/lib/domain/mapping/commands/reject-mappings'
import { findMappingPage } from '@/lib/domain/mapping/queries'
import { dataOf, upload } from '../flows/upload'
import { createWorld, type World } from '../flows/world'

let world: World
const worlds: World[] = []
beforeEach(async () => {
  world = await createWorld()
  worlds.push(world)
})
afterAll(() => Promise.all(worlds.map((one) => one.close())))

async function columnsOf(content: string, scope: Scope) {
  const { flowId } = await upload(world, content, { scope })
  await world.drive({ flowId })
  expect(world.problems).toEqual([])
  const page = await findMappingPage(scope, world.app, flowId)
  const column = (header: string) => {
    const found = page?.columns.find((one) => one.header === header)
    if (!found) expect.fail(`no column ${header}`)
    return found
  }
  return { flowId, column }
}

test('a choice teaches the next import of the client, and nobody else', async () => {
  const content = 'Server Name,Zzyx Qwv\nalpha,a1\nbeta,b1\n'
  const { flowId, column } = await columnsOf(content, world.analyst)
  expect(column('Zzyx Qwv').attribute).toBeNull()
  const { mappingId, version } = column('Zzyx Qwv')
  const change = { flowId, mappingId, attribute: 'cost_center', version }
  dataOf(await changeMapping(world.analyst, world.deps, change))

  const next = await columnsOf('Server Name;zzyx_qwv\ngamma;c1\n', world.manager)
  expect(next.column('zzyx_qwv')).toMatchObject({ attribute: 'cost_center', state: 'auto_mapped' })
  const theirs = await columnsOf(content, world.stranger)
  expect(theirs.column('Zzyx Qwv').attribute).toBeNull()
})

test('what was rejected is not suggested again', async () => {
  const content = 'Server Name,CPU Count\nalpha,2\n'
  const { flowId, column } = await columnsOf(content, world.analyst)
  const { attribute, mappingId } = column('CPU Count')
  const which = { ids: [mappingId] }
  dataOf(await rejectMappings(world.analyst, world.deps, { flowId, which }))
  const next = await columnsOf(content, world.analyst)
  expect(next.column('CPU Count').attribute).not.toBe(attribute)
})

test('a changed column teaches what it is and what it is not', async () => {
  const { flowId, column } = await columnsOf('Server Name,CPU Count\nalpha,2\n', world.analyst)
  const { mappingId, version } = column('CPU Count')
  const change = { flowId, mappingId, attribute: 'cpu_sockets', version }
  dataOf(await changeMapping(world.analyst, world.deps, change))
  expect(await lessons('cpu count')).toEqual([
    { type: 'header_approved', attribute: 'cpu_sockets', evidence: 1 },
    { type: 'header_rejected', attribute: 'cpu_count', evidence: 1 },
  ])
})

test('the same decision again is more evidence; the opposite one takes its place', async () => {
  const content = 'Server Name,CPU Count\nalpha,2\n'
  for (const evidence of [1, 2]) {
    const { flowId } = await columnsOf(content, world.analyst)
    dataOf(await approveMappings(world.analyst, world.deps, { flowId, which: { all: true } }))
    expect(await lessons('cpu count')).toEqual([
      { type: 'header_approved', attribute: 'cpu_count', evidence },
    ])
  }
  const { flowId, column } = await columnsOf(content, world.analyst)
  const which = { ids: [column('CPU Count').mappingId] }
  dataOf(await rejectMappings(world.analyst, world.deps, { flowId, which }))
  expect(await lessons('cpu count')).toEqual([
    { type: 'header_rejected', attribute: 'cpu_count', evidence: 1 },
  ])
})

function lessons(header: string) {
  return world.rows(sql`
    select pattern_type as type, attribute, evidence_count as evidence from patterns
     where header = ${header} order by pattern_type`)
}
