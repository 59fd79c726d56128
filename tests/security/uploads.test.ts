import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findFlow } from '@/lib/domain/flows/queries'
import { upload } from '../integration/flows/upload'
import { createWorld, type World } from '../integration/flows/world'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

const mebibyte = 1024 * 1024

/** A gibibyte of noughts, packed and packed again: about ten kilobytes. */
function bomb(): Uint8Array {
  const packed = gzipSync(Buffer.alloc(64 * mebibyte), { level: 9 })
  return gzipSync(Buffer.concat(Array.from({ length: 16 }, () => packed)), { level: 9 })
}

test('a bomb of ten kilobytes is refused for what it is, and never unpacked', async () => {
  const bytes = bomb()
  expect(bytes.length).toBeLessThan(20 * 1024)
  const { flowId } = await upload(world, bytes, { name: 'list.csv' })
  const before = process.memoryUsage().rss
  await world.drive({ flowId })
  expect(process.memoryUsage().rss - before).toBeLessThan(50 * mebibyte)
  const flow = await findFlow(world.analyst, world.app, flowId)
  expect(flow).toMatchObject({ status: 'failed', failure: { code: 'is_archive' } })
})
