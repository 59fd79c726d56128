import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { retryFlow } from '@/lib/domain/flows/commands/retry-flow'
import { findFlow } from '@/lib/domain/flows/queries'
import { upload } from '../flows/upload'
import { createWorld, type World } from '../flows/world'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

const text = (content: string) => new TextEncoder().encode(content)
const latin1 = (content: string) => new Uint8Array(Buffer.from(content, 'latin1'))
const manyRows = 'alpha,1\n'.repeat(200)

const badFiles: [string, Uint8Array, string, RegExp][] = [
  ['a header and nothing else', text('name,cpus\n'), 'header_only', /no rows/],
  ['nothing but blank lines', text('\n\n \n'), 'empty_file', /empty/],
  ['random bytes', latin1('\x00\x01\x02\xfe\xff\x00name\x00'.repeat(50)), 'not_text', /not text/],
  ['a picture', latin1('\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR'), 'is_image', /picture/],
  ['a zip archive', latin1('PK\x03\x04\x14\x00\x00\x00name,cpus\n'), 'is_archive', /archive/],
  [
    '10,000 columns',
    text(`${Array.from({ length: 10_000 }, (_, n) => `c${n}`).join(',')}\n1,2\n`),
    'too_many_columns',
    /10000 columns/,
  ],
  [
    'a cell of 5 MB',
    text(`name,notes\n${manyRows}alpha,${'x'.repeat(5_000_000)}\nbeta,2\n`),
    'cell_too_large',
    /Line 202, column notes/,
  ],
  [
    'a quote that is never closed',
    text(`name,notes\n${manyRows}beta,"open\ngamma,3\ndelta,4\n`),
    'unclosed_quote',
    /Line 202, column notes/,
  ],
  [
    'half a character of UTF-16',
    new Uint8Array(
      Buffer.concat([
        Buffer.from('\ufeffa,b\n1,', 'utf16le'),
        Buffer.from([0, 0xd8]),
        Buffer.from(',2\n', 'utf16le'),
      ]),
    ),
    'invalid_encoding',
    /Line 2, column b/,
  ],
]

test.each(badFiles)(
  '%s: says why and what to do, and leaves nothing',
  async (_, bytes, code, words) => {
    // Small parts, so that rows of earlier parts are there when the bad one is read.
    const partSize = bytes.length > 1_000_000 ? 1024 * 1024 : 64 * 1024
    const { flowId, importId } = await upload(world, bytes, { partSize, name: 'list.csv' })
    await world.drive({ flowId, budgetMs: 60_000 })
    expect(world.problems).toEqual([])
    const flow = await findFlow(world.analyst, world.app, flowId)
    expect(flow).toMatchObject({
      status: 'failed',
      phase: 'data_import',
      failure: { code, reason: expect.stringMatching(words), remedy: expect.stringMatching(/\w+/) },
      actions: ['cancel'],
    })
    expect(flow?.phases[0]).toMatchObject({ status: 'failed', result: { status: 'failed', code } })
    const [left] = await world.rows(sql`
    select (select count(*)::int from raw_rows where data_import_id = ${importId}) as rows,
           (select count(*)::int from upload_parts where data_import_id = ${importId}) as parts,
           (select status from data_imports where id = ${importId}) as status,
           (select status from jobs where flow_id = ${flowId}) as job`)
    expect(left).toEqual({ rows: 0, parts: 0, status: 'failed', job: 'idle' })
    const retried = await retryFlow(world.analyst, world.deps, { flowId })
    expect(retried).toMatchObject({ ok: false, code: 'wrong_state' })
  },
)

test('all problems of a part are named at once', async () => {
  const big = 'x'.repeat(1_100_000)
  const { flowId } = await upload(world, `name,notes\na,${big}\nb,${big}\n`, {
    partSize: 4 * 1024 * 1024,
  })
  await world.drive({ flowId })
  const flow = await findFlow(world.analyst, world.app, flowId)
  expect(flow?.failure?.reason).toMatch(/Line 2, column notes.*Line 3, column notes/)
})
