import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll } from 'vitest'
import { createKeys } from '@/lib/cache/keys'
import { storeLives } from '@/lib/cache/store'
import { type EmbeddedEngine, startEmbeddedEngine } from './direct-store'
import { describeStoreContract } from './store-contract'

let engine: EmbeddedEngine
beforeAll(async () => {
  engine = await startEmbeddedEngine()
})
afterAll(() => engine.stop())

describeStoreContract(async () => {
  await engine.run('FLUSHALL')
  const keys = createKeys(randomUUID())
  const nonce = () => randomBytes(6).toString('hex')
  const open = (fenceLife: number) =>
    engine.openStore({ keys, nonce, lives: storeLives(fenceLife, 10_000) })
  return {
    store: open(60_000),
    hasty: open(0),
    async flush() {
      await engine.run('FLUSHALL')
    },
  }
})
