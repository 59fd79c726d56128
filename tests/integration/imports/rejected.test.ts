import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rejectedRowsCsv } from '@/app/api/[client]/[engagement]/flows/[flowId]/rejected/rejected-rows-csv'
import { findImport } from '@/lib/domain/imports/queries'
import { listRawRows } from '@/lib/domain/imports/raw-row-queries'
import { upload } from '../flows/upload'
import { createWorld, type World } from '../flows/world'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

async function imported(content: string) {
  const { importId, flowId } = await upload(world, content)
  await world.drive({ flowId })
  const file = await findImport(world.analyst, world.app, importId)
  return { importId, headers: file?.headers ?? [] }
}

function rowsOf(importId: string, rejectedOnly: boolean, after = 0, limit = 10_000) {
  return listRawRows(world.analyst, world.app, { importId, after, limit, rejectedOnly })
}

/** Rejects rows as the inventory does; which ones is said by a condition on the row number. */
function reject(importId: string, which: ReturnType<typeof sql>) {
  const problems = [
    { column: null, code: 'identity_missing', reason: 'Nothing says which machine this is.' },
    { column: 'Notes', code: 'x', reason: 'Too short.' },
  ]
  return world.rows(sql`
    update raw_rows set outcome = 'rejected', problems = ${JSON.stringify(problems)}::jsonb
     where data_import_id = ${importId} and ${which}`)
}

async function downloadOf(importId: string, headers: readonly string[]): Promise<string> {
  let text = ''
  const pieces = rejectedRowsCsv(headers, (after, limit) => rowsOf(importId, true, after, limit))
  for await (const piece of pieces) text += piece
  return text
}

test('rejected rows come as a file with their number and all their problems', async () => {
  const { importId, headers } = await imported('Name;Notes\nalpha;ok\n;=1+1\n;"a; ""b"""\n')
  await reject(importId, sql`row_number > 1`)
  expect(await downloadOf(importId, headers)).toBe(
    '\ufeffName,Notes,Portolan: row,Portolan: problem\r\n' +
      ',"\'=1+1",2,Nothing says which machine this is. Notes: Too short.\r\n' +
      ',"a; ""b""",3,Nothing says which machine this is. Notes: Too short.\r\n',
  )
})

test('the file imports again as it is, and what was added to it stays out', async () => {
  const tricky = 'Name,Notes,Name\n,"=SUM(A1)\nline two",x\n,-5,"y, z"\n'
  const first = await imported(tricky)
  await reject(first.importId, sql`true`)
  const text = await downloadOf(first.importId, first.headers)
  const second = await imported(text)
  const before = await rowsOf(first.importId, false)
  const after = await rowsOf(second.importId, false)
  expect(after.map(({ cells }) => cells.slice(0, 3))).toEqual(before.map(({ cells }) => cells))
  const mapped = await world.rows(sql`
    select header, attribute from field_mappings
     where data_import_id = ${second.importId} and header like 'Portolan%' order by position`)
  expect(mapped).toEqual([
    { header: 'Portolan: row', attribute: null },
    { header: 'Portolan: problem', attribute: null },
  ])
  await reject(second.importId, sql`true`)
  expect(await downloadOf(second.importId, second.headers)).toBe(text)
})

test('more rejected rows than one read gives all come, in order', async () => {
  const { importId, headers } = await imported(`Notes\n${'x\n'.repeat(2_300)}`)
  await reject(importId, sql`row_number % 2 = 0`)
  const numbers = (await downloadOf(importId, headers))
    .split('\r\n')
    .slice(1, -1)
    .map((line) => Number(line.split(',')[1]))
  expect(numbers).toEqual(Array.from({ length: 1_150 }, (_, index) => 2 * index + 2))
})

test("another client's rows do not come", async () => {
  const { importId } = await imported('Name\nalpha\n')
  const input = { importId, after: 0, limit: 10, rejectedOnly: false }
  expect(await listRawRows(world.stranger, world.app, input)).toEqual([])
})
