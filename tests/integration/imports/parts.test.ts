import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cancelFlow } from '@/lib/domain/flows/commands/cancel-flow'
import { completeImport } from '@/lib/domain/imports/commands/complete-import'
import { putPart } from '@/lib/domain/imports/commands/put-part'
import { findImport } from '@/lib/domain/imports/queries'
import { announce, dataOf, send } from '../flows/upload'
import { createWorld, type World } from '../flows/world'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

const content = 'name,cpus\nalpha,2\nbeta,4\n'
const three = { partSize: 10 }
const bytesOf = (text: string) => new TextEncoder().encode(text)

async function begin() {
  const { importId, flowId, parts } = await announce(world, world.analyst, content, three)
  return {
    importId,
    flowId,
    part: (number: number) => parts[number] ?? bytesOf(''),
    put: (number: number, bytes = parts[number] ?? bytesOf('')) =>
      send(world, world.analyst, importId, number, bytes),
    complete: () => completeImport(world.analyst, world.deps, { importId }),
  }
}

test('parts arrive in any order and as often as they are sent', async () => {
  const file = await begin()
  for (const number of [2, 0, 2, 1, 0]) {
    expect(await file.put(number)).toEqual({ ok: true, data: { part: number, received: true } })
  }
  const [stored] = await world.rows<{ text: string }>(sql`
    select convert_from(string_agg(bytes, ''::bytea order by part_number), 'UTF8') as text
      from upload_parts where data_import_id = ${file.importId}`)
  expect(stored?.text).toBe(content)
})

test('one part sent twice at once is kept once', async () => {
  const file = await begin()
  const answers = await Promise.all([1, 2, 3, 4].map(() => file.put(0)))
  expect(answers.every(({ ok }) => ok)).toBe(true)
})

test('other bytes under the same number are a conflict, and the first ones stay', async () => {
  const file = await begin()
  await file.put(0)
  expect(await file.put(0, bytesOf('name;cpus\n'))).toMatchObject({ ok: false, code: 'conflict' })
  expect((await file.put(0)).ok).toBe(true)
})

test('a damaged part is refused and leaves nothing', async () => {
  const file = await begin()
  const damaged = await putPart(world.analyst, world.deps, {
    importId: file.importId,
    part: 0,
    bytes: bytesOf('name,cpuX\n'),
    contentDigest: `sha-256=:${Buffer.alloc(32).toString('base64')}:`,
  })
  expect(damaged).toMatchObject({ ok: false, code: 'checksum_mismatch' })
  const undigested = await putPart(world.analyst, world.deps, {
    importId: file.importId,
    part: 0,
    bytes: file.part(0),
    contentDigest: null,
  })
  expect(undigested).toMatchObject({ ok: false, code: 'invalid_input' })
  expect((await findImport(world.analyst, world.app, file.importId))?.receivedParts).toEqual([])
})

test('a part must have the size that was announced, and a number below the count', async () => {
  const file = await begin()
  expect(await file.put(0, bytesOf('short'))).toMatchObject({ code: 'invalid_input' })
  expect(await file.put(2, bytesOf('much too long'))).toMatchObject({ code: 'invalid_input' })
  expect(await file.put(3, bytesOf('x'))).toMatchObject({ code: 'not_found' })
})

test('completion names the parts that are missing, and the upload goes on from there', async () => {
  const file = await begin()
  await file.put(1)
  expect(await file.complete()).toMatchObject({
    ok: false,
    code: 'parts_missing',
    details: { missing: [0, 2] },
  })
  expect((await findImport(world.analyst, world.app, file.importId))?.receivedParts).toEqual([1])
  await file.put(0)
  await file.put(2)
  const completed = await file.complete()
  expect(completed).toEqual({ ok: true, data: { flowId: file.flowId } })
  expect(await file.complete()).toEqual(completed)
})

test('a complete file takes no other bytes', async () => {
  const file = await begin()
  for (const number of [0, 1, 2]) await file.put(number)
  await file.complete()
  expect((await file.put(0)).ok).toBe(true)
  expect(await file.put(0, bytesOf('name;cpus\n'))).toMatchObject({ code: 'conflict' })
  await world.drive({ flowId: file.flowId })
  expect(await file.put(0)).toMatchObject({ code: 'wrong_state' })
})

test('a cancelled upload drops its parts and takes no more', async () => {
  const file = await begin()
  await file.put(0)
  dataOf(await cancelFlow(world.analyst, world.deps, { flowId: file.flowId }))
  expect((await findImport(world.analyst, world.app, file.importId))?.receivedParts).toEqual([])
  expect(await file.put(1)).toMatchObject({ code: 'wrong_state' })
  expect((await file.complete()).ok).toBe(false)
})

test("another client's analyst finds no such import", async () => {
  const file = await begin()
  expect(await send(world, world.stranger, file.importId, 0, file.part(0))).toMatchObject({
    code: 'not_found',
  })
  expect(
    await completeImport(world.stranger, world.deps, { importId: file.importId }),
  ).toMatchObject({ code: 'not_found' })
  expect(await findImport(world.stranger, world.app, file.importId)).toBeNull()
})
