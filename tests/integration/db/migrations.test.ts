import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { MigrationError } from '@/db/migrate/migration-error'
import { type Migration, readMigrations } from '@/db/migrate/migration-files'
import { appliedMigrations, migrate, rollback } from '@/db/migrate/runner'
import { fillEveryTable } from './every-table'
import { openDatabase } from './open-database'
import { dumpSchema } from './schema-dump'

const migrations = readMigrations(path.join(import.meta.dirname, '../../../db/migrations'))
const tags = migrations.map(({ tag }) => tag)
const database = openDatabase()

const broken: Migration = {
  tag: '9999_broken',
  sql: 'create table left_behind ();\nselect 1\n  from nowhere;',
  hash: 'broken',
  downSql: '',
}

describe('on a database full of rows', () => {
  test('up, down and up again give the same schema', async () => {
    await database.owner.transaction(null, fillEveryTable)
    const before = await dumpSchema(database.ownerClient)

    expect(await rollback(database.ownerClient, migrations, 'all')).toEqual(tags.toReversed())
    const empty = await dumpSchema(database.ownerClient)
    expect(empty.filter((line) => !line.startsWith('grant schema'))).toEqual(['extension plpgsql'])

    expect(await migrate(database.ownerClient, migrations)).toEqual(tags)
    expect(await dumpSchema(database.ownerClient)).toEqual(before)
  })

  test('each way down leads exactly to where its way up began', async () => {
    await rollback(database.ownerClient, migrations, 'all')
    const steps: string[][] = []
    for (const [index] of migrations.entries()) {
      steps.push(await dumpSchema(database.ownerClient))
      await migrate(database.ownerClient, migrations.slice(0, index + 1))
    }
    for (const step of steps.toReversed()) {
      await rollback(database.ownerClient, migrations, 'last')
      expect(await dumpSchema(database.ownerClient)).toEqual(step)
    }
    await migrate(database.ownerClient, migrations)
  })
})

test('two runners at once run each migration once', async () => {
  await rollback(database.ownerClient, migrations, 'all')
  const runs = await Promise.all([
    migrate(database.ownerClient, migrations),
    migrate(database.secondOwnerClient, migrations),
  ])
  expect(runs.flat().toSorted()).toEqual(tags)
})

test('a second run has nothing to do', async () => {
  expect(await migrate(database.ownerClient, migrations)).toEqual([])
})

test('a migration that fails leaves nothing behind and says where', async () => {
  const attempt = migrate(database.ownerClient, [...migrations, broken])
  await expect(attempt).rejects.toThrow(
    new MigrationError('9999_broken.sql, line 3: relation "nowhere" does not exist'),
  )
  expect((await appliedMigrations(database.ownerClient)).map(({ tag }) => tag)).toEqual(tags)
  const schema = await dumpSchema(database.ownerClient)
  expect(schema.filter((line) => line.includes('left_behind'))).toEqual([])
})

test('a file that was changed after it was run is refused', async () => {
  const changed = migrations.map((migration, index) =>
    index === 1 ? { ...migration, hash: 'another' } : migration,
  )
  await expect(migrate(database.ownerClient, changed)).rejects.toThrow('0001_tables was changed')
})

test('a way back to a migration undoes what came after it', async () => {
  const undone = await rollback(database.ownerClient, migrations, '0001')
  expect(undone).toEqual(tags.slice(2).toReversed())
  expect((await appliedMigrations(database.ownerClient)).map(({ tag }) => tag)).toEqual(
    tags.slice(0, 2),
  )
  await migrate(database.ownerClient, migrations)
})
