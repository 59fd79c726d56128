import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createDatabase, type Database } from '@/db/client'
import { findFlow } from '@/lib/domain/flows/queries'
import { deleteImport } from '@/lib/domain/imports/commands/delete-import'
import { expireRawRows } from '@/lib/domain/imports/commands/expire-raw-rows'
import { findImport, listImports } from '@/lib/domain/imports/queries'
import { listRawRows } from '@/lib/domain/imports/raw-row-queries'
import { announce, send, upload } from '../flows/upload'
import { createWorld, type World } from '../flows/world'

let world: World
let platform: Database
beforeAll(async () => {
  world = await createWorld()
  platform = createDatabase({ url: world.platformUrl, tls: false })
})
afterAll(async () => {
  await platform.close()
  await world.close()
})

const file = 'name\nalpha\nbeta\n'
const everyRow = { after: 0, limit: 10, rejectedOnly: false }
const dayMs = 86_400_000

async function parsed(scope = world.analyst) {
  const ids = await upload(world, file, { scope })
  await world.drive({ flowId: ids.flowId })
  return ids
}

test('rows go when their retention ends, and not a day before, of every client', async () => {
  const ours = await parsed()
  const theirs = await parsed(world.stranger)
  const expire = () => expireRawRows({ ...world.deps, platform })
  world.clock.advance(179 * dayMs)
  const younger = await parsed()
  expect(await expire()).toBe(0)
  world.clock.advance(1 * dayMs + 1)
  expect(await expire()).toBe(2)
  for (const [scope, { importId, flowId }] of [
    [world.analyst, ours],
    [world.stranger, theirs],
  ] as const) {
    expect(await listRawRows(scope, world.app, { importId, ...everyRow })).toEqual([])
    expect((await findImport(scope, world.app, importId))?.rawRowsKept).toBe(false)
    // It waited for a person who never came.
    expect((await findFlow(scope, world.app, flowId))?.status).toBe('cancelled')
  }
  const { importId } = younger
  expect(await listRawRows(world.analyst, world.app, { importId, ...everyRow })).toHaveLength(2)
  expect(await expire()).toBe(0)
})

test('an upload that nobody finished is forgotten, too', async () => {
  const { importId, flowId, parts } = await announce(world, world.analyst, file)
  await send(world, world.analyst, importId, 0, parts[0] ?? new Uint8Array())
  world.clock.advance(200 * dayMs)
  await expireRawRows({ ...world.deps, platform })
  expect((await findImport(world.analyst, world.app, importId))?.receivedParts).toEqual([])
  expect((await findFlow(world.analyst, world.app, flowId))?.status).toBe('cancelled')
})

test('how long rows are kept is the client account’s to say', async () => {
  await world.rows(sql`update client_accounts set raw_row_retention_days = 3 where slug = 'acme'`)
  const { importId } = await parsed()
  const found = await findImport(world.analyst, world.app, importId)
  const days = found && (Date.parse(found.rawRowsKeptUntil) - Date.parse(found.createdAt)) / dayMs
  expect(days).toBe(3)
})

test('a deleted import loses its rows, leaves the list and keeps its name for its assets', async () => {
  const { importId, flowId } = await parsed()
  const deleted = await deleteImport(world.manager, world.deps, { importId })
  expect(deleted).toEqual({ ok: true, data: { importId } })
  expect(await listRawRows(world.analyst, world.app, { importId, ...everyRow })).toEqual([])
  const { imports } = await listImports(world.analyst, world.app, { limit: 100 })
  expect(imports.map((one) => one.importId)).not.toContain(importId)
  expect(await findImport(world.analyst, world.app, importId)).toMatchObject({
    status: 'deleted',
    fileName: 'servers.csv',
  })
  expect((await findFlow(world.analyst, world.app, flowId))?.status).toBe('cancelled')
  expect(await deleteImport(world.manager, world.deps, { importId })).toMatchObject({
    code: 'not_found',
  })
})

test("another client's import cannot be deleted", async () => {
  const { importId } = await parsed()
  expect(await deleteImport(world.stranger, world.deps, { importId })).toMatchObject({
    code: 'not_found',
  })
})

test('imports are listed newest first, page by page', async () => {
  const ids: string[] = []
  for (let n = 0; n < 5; n += 1) ids.unshift((await upload(world, file)).importId)
  const first = await listImports(world.analyst, world.app, { limit: 3 })
  expect(first.imports.map(({ importId }) => importId)).toEqual(ids.slice(0, 3))
  const second = await listImports(world.analyst, world.app, {
    limit: 2,
    after: first.next ?? undefined,
  })
  expect(second.imports.map(({ importId }) => importId)).toEqual(ids.slice(3))
})
