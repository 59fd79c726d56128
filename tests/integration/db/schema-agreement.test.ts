import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { is } from 'drizzle-orm'
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core'
import { expect, test } from 'vitest'
import * as schema from '@/db/schema'
import { openDatabase } from './open-database'

const database = openDatabase()
const root = path.join(import.meta.dirname, '../../..')

test('the migrations hold all of the schema: none is left to be generated', () => {
  const copy = mkdtempSync(path.join(tmpdir(), 'portolan-migrations-'))
  try {
    cpSync(path.join(root, 'db/migrations'), copy, { recursive: true })
    const before = readdirSync(copy)
    const tool = path.join(root, 'node_modules/.bin/drizzle-kit')
    const target = path.relative(root, copy)
    const options = ['--dialect', 'postgresql', '--schema', './db/schema/index.ts', '--out', target]
    execFileSync(tool, ['generate', ...options], { cwd: root, stdio: 'pipe' })
    expect(readdirSync(copy)).toEqual(before)
  } finally {
    rmSync(copy, { recursive: true })
  }
})

test('a migrated database has the tables and columns of the schema', async () => {
  const inCode = Object.values(schema)
    .filter((table) => is(table, PgTable))
    .flatMap((table) => {
      const { name, columns } = getTableConfig(table)
      return columns.map((column) => `${name}.${column.name}${column.notNull ? ' not null' : ''}`)
    })
  const { rows } = await database.ownerClient.query(`
    select format('%s.%s%s', c.relname, a.attname, case when a.attnotnull then ' not null' end) as line
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
     where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
       and not a.attisdropped and c.relname <> 'schema_migrations'`)
  expect(rows.map(({ line }) => line).toSorted()).toEqual(inCode.toSorted())
})
