import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findFlow } from '@/lib/domain/flows/queries'
import { findImport } from '@/lib/domain/imports/queries'
import { listRawRows } from '@/lib/domain/imports/raw-row-queries'
import { type FileOptions, upload } from '../flows/upload'
import { createWorld, type World } from '../flows/world'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

async function parse(content: string | Uint8Array, options: FileOptions = {}) {
  const { importId, flowId } = await upload(world, content, options)
  await world.drive({ flowId })
  expect(world.problems).toEqual([])
  const key = world.analyst
  return {
    file: await findImport(key, world.app, importId),
    flow: await findFlow(key, world.app, flowId),
    rows: await listRawRows(key, world.app, {
      importId,
      after: 0,
      limit: 10_000,
      rejectedOnly: false,
    }),
  }
}

test('rows are kept as they came, with their place in the file', async () => {
  const { file, flow, rows } = await parse(
    'Name;Notes;Name;\r\nalpha;"two\nlines";;x\r\n\r\nbeta;say ""hi"";b2;\r\n',
  )
  expect(rows.map(({ rowNumber, lineNumber, cells }) => [rowNumber, lineNumber, cells])).toEqual([
    [1, 2, ['alpha', 'two\nlines', '', 'x']],
    [2, 5, ['beta', 'say ""hi""', 'b2', '']],
  ])
  expect(file).toMatchObject({
    status: 'parsed',
    headers: ['Name', 'Notes', 'Name', ''],
    columnNames: ['Name', 'Notes', 'Name (2)', 'Column 4'],
    dialect: { encoding: 'utf-8', delimiter: ';' },
    rows: { in: 2, created: 0, merged: 0, unchanged: 0, rejected: 0 },
    receivedParts: [0],
    rawRowsKept: true,
  })
  expect(flow?.phases[0]).toMatchObject({
    phase: 'data_import',
    status: 'completed',
    result: { status: 'completed', rows: 2, columns: 4, doubts: { count: 0, first: [] } },
  })
})

const lines = Array.from({ length: 60 }, (_, n) => `"srv ""${n}""",Zürich 🗺,"a\r\nb",${n}`)
const tricky = ['name,site,notes,n', ...lines].join('\r\n')

test('it does not matter where a file is cut into parts', async () => {
  const whole = await parse(tricky)
  expect(whole.rows).toHaveLength(60)
  for (const partSize of [97, 256, 1000]) {
    const cut = await parse(tricky, { partSize })
    expect(cut.rows).toEqual(whole.rows)
    expect(cut.flow?.progress).toEqual({ done: 0, total: 0 })
  }
})

test('a part that is read in several pieces loses nothing where they meet', async () => {
  const cellsOf = (n: number) => [`srv-${n}`, 'Zürich 🗺 '.repeat(12), String(n)]
  const sent = Array.from({ length: 9_000 }, (_, n) => cellsOf(n))
  const content = ['name,notes,n', ...sent.map((cells) => cells.join(','))].join('\n')
  const { rows } = await parse(content, { partSize: 4 * 1024 * 1024 })
  expect(rows.map(({ cells }) => cells.join())).toEqual(sent.map((cells) => cells.join()))
})

test('the bytes of a part go when its rows are there', async () => {
  const { flowId, importId } = await upload(world, tricky, { partSize: 1000 })
  const before = await findFlow(world.analyst, world.app, flowId)
  expect(before?.progress).toEqual({ done: 0, total: 3 })
  await world.drive({ flowId })
  const [left] = await world.rows<{ parts: number; state: unknown }>(sql`
    select (select count(*)::int from upload_parts where data_import_id = ${importId}) as parts,
           decoder_state as state from data_imports where id = ${importId}`)
  expect(left).toEqual({ parts: 0, state: null })
})

test('what a person chose goes before what is detected', async () => {
  const { file, rows } = await parse('a|b;c\n1|2;3\n', {
    dialect: { delimiter: '|', encoding: 'windows-1252' },
  })
  expect(file?.headers).toEqual(['a', 'b;c'])
  expect(file?.dialect).toMatchObject({ delimiter: '|', encoding: 'windows-1252' })
  expect(rows[0]?.cells).toEqual(['1', '2;3'])
})

test.each([
  ['utf-16le', Buffer.from('\ufeffname;ort\nsrv;Zürich\n', 'utf16le')],
  ['windows-1252', Buffer.from('name;ort\nsrv;Zürich\n', 'latin1')],
  ['utf-8', Buffer.from('\ufeffname;ort\nsrv;Zürich\n')],
])('reads %s without being told', async (encoding, bytes) => {
  const { file, rows } = await parse(new Uint8Array(bytes))
  expect(file?.dialect).toMatchObject({ encoding })
  expect(rows[0]?.cells).toEqual(['srv', 'Zürich'])
})

test('headers that name parts of every object are names like any other', async () => {
  const { file, rows } = await parse('__proto__,constructor,toString\n1,2,3\n')
  expect(file?.columnNames).toEqual(['__proto__', 'constructor', 'toString'])
  expect(rows[0]?.cells).toEqual(['1', '2', '3'])
})

test('bytes that are no UTF-8, after thousands that are, are kept and reported with their row', async () => {
  const good = 'name,site\n'.concat('alpha,Zürich\n'.repeat(30_000))
  const bad = Buffer.concat([Buffer.from(good), Buffer.from('omega,Genève\n', 'latin1')])
  const { importId, flowId } = await upload(world, new Uint8Array(bad), { partSize: 1024 * 1024 })
  await world.drive({ flowId })
  const [row] = await listRawRows(world.analyst, world.app, {
    importId,
    after: 30_000,
    limit: 2,
    rejectedOnly: false,
  })
  expect(row).toMatchObject({
    cells: ['omega', 'Genève'],
    problems: [{ column: 'site', code: 'invalid_bytes' }],
  })
  const flow = await findFlow(world.analyst, world.app, flowId)
  expect(flow?.phases[0]?.result).toMatchObject({
    rows: 30_001,
    doubts: { count: 1, first: [expect.stringContaining('Line 30002, column site')] },
  })
})

test('what is doubtful about how a row was written becomes an issue of it', async () => {
  const { importId, flowId } = await upload(world, 'name,notes\nalpha,a\nbeta,"5" disk",x,y\n')
  await world.drive({ flowId })
  const issues = await world.rows(sql`
    select row_number as row, rule, value, reason, fixable from asset_issues
     where data_import_id = ${importId} order by rule`)
  expect(issues).toEqual([
    {
      row: 2,
      rule: 'doubtful_text',
      value: '5" disk',
      reason: expect.stringMatching(/^notes: .*quote/),
      fixable: false,
    },
    {
      row: 2,
      rule: 'extra_cells',
      value: 'x | y',
      reason: 'The row has 2 values more than there are columns.',
      fixable: false,
    },
  ])
})

test('rows of very different width reach the database', async () => {
  const wide = 'x'.repeat(900_000)
  const { rows } = await parse(`a,b\n${`${wide},1\n`.repeat(6)}short,2\n`, {
    partSize: 4 * 1024 * 1024,
  })
  expect(rows.map(({ cells }) => cells[0]?.length)).toEqual([...Array(6).fill(900_000), 5])
})
