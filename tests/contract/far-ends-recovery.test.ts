import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { startFarEnds } from '@/local/far-ends.mjs'
import { wipePostgres } from '@/local/postgres.mjs'

const dataDirectory = mkdtempSync(path.join(tmpdir(), 'portolan-recovery-'))
const holder = path.join(import.meta.dirname, '..', 'support', 'fixtures', 'hold-far-ends.mjs')

afterAll(async () => {
  await wipePostgres(dataDirectory)
  rmSync(dataDirectory, { recursive: true, force: true })
})

async function query(url: string, statement: string) {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query(statement)).rows
  } finally {
    await client.end()
  }
}

test('after a kill -9 the next start has the data, the secrets and a new server', async () => {
  const child = spawn(process.execPath, [holder, dataDirectory], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [words] = await once(child.stdout, 'data')
  const before = JSON.parse(String(words))
  await query(before.superuserUrl, 'create table kept as select 42 as answer')
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended

  const farEnds = await startFarEnds({ dataDirectory, durable: false })
  try {
    expect(await query(farEnds.superuserUrl, 'select answer from kept')).toEqual([{ answer: 42 }])
    expect(farEnds.created).toBe(false)
    expect(farEnds.env.NEXTAUTH_SECRET).toBe(before.env.NEXTAUTH_SECRET)
    await expect(query(before.superuserUrl, 'select 1')).rejects.toThrow(/ECONNREFUSED/)
  } finally {
    await farEnds.stop()
  }
})
