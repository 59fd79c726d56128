import { execFile } from 'node:child_process'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/tests/support/test-database'

const root = path.join(import.meta.dirname, '../../..')
let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

interface Outcome {
  code: number
  output: string
}

/** Runs `npm run db:…` as a person does. */
function db(
  args: string[],
  env: Record<string, string> = { OWNER_DATABASE_URL: database.ownerUrl },
) {
  const tsx = path.join(root, 'node_modules/.bin/tsx')
  return new Promise<Outcome>((resolve) => {
    execFile(
      tsx,
      ['scripts/db.ts', ...args],
      { cwd: root, env: { PATH: process.env.PATH, NODE_ENV: 'test', DATABASE_TLS: 'off', ...env } },
      (error, stdout, stderr) => resolve({ code: error ? 1 : 0, output: stdout + stderr }),
    )
  })
}

test('a way down and up again, with a look before and between', async () => {
  expect(await db(['migrate'])).toEqual({ code: 0, output: 'The database is up to date.\n' })
  const undone = await db(['rollback', '--to', '0001'])
  expect(undone.output).toMatch(/undone {2}0002_row_level_security\n$/)
  const status = await db(['status'])
  expect(status.output).toMatch(
    /^run +0000_extensions +20\d\d-.*Z\nrun +0001_tables .*Z\npending +0002_/,
  )
  expect((await db(['sql'])).output).toMatch(
    /^-- 0002_row_level_security\nbegin;\n[\s\S]*\ncommit;\n/,
  )

  expect((await db(['migrate'])).output).toMatch(/^ran {5}0002_row_level_security\n/)
})

test('what cannot be done is said without a stack trace', async () => {
  const unknown = await db(['destroy'])
  expect(unknown.code).toBe(1)
  expect(unknown.output).toMatch(/^usage: db generate/)

  const noLogin = await db(['status'], {})
  expect(noLogin).toEqual({
    code: 1,
    output: 'OWNER_DATABASE_URL is not set: the login that owns the tables\n',
  })
})
