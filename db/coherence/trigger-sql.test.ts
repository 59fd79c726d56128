import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { is } from 'drizzle-orm'
import { PgTable } from 'drizzle-orm/pg-core'
import { expect, test } from 'vitest'
import * as schema from '../schema'
import { announces, inEngagement, inSite } from './declaration'
import { declarations } from './declarations'
import { blockOf, generatedBlock, withBlock } from './generated-block'
import { announcedTables, tableSql } from './trigger-sql'

const folder = path.join(import.meta.dirname, '../migrations')

test('the newest triggers among the migrations are those that are declared', () => {
  const blocks = readdirSync(folder)
    .filter((name) => /^\d{4}_.*(?<!\.down)\.sql$/.test(name))
    .toSorted()
    .map((name) => blockOf(readFileSync(path.join(folder, name), 'utf8')))
  expect(blocks.findLast((block) => block !== null)).toBe(generatedBlock())
})

test('every table says what its changes announce, or why nothing', () => {
  const tables = Object.entries(schema).filter(([, value]) => is(value, PgTable))
  expect(Object.keys(declarations).toSorted()).toEqual(tables.map(([name]) => name).toSorted())
  for (const declared of Object.values(declarations)) {
    if ('notCached' in declared) expect(declared.notCached).toMatch(/\w+ \w+ \w+/)
  }
  expect(announcedTables.length).toBeGreaterThan(15)
})

test('a column that is no UUID cannot name a row', () => {
  const byName = announces(inEngagement('asset', schema.assets.name))
  expect(() => tableSql(schema.assets, byName)).toThrow('name is no UUID')
  const byPosition = announces(inSite('user', schema.fieldMappings.position))
  expect(() => tableSql(schema.fieldMappings, byPosition)).toThrow('position is no UUID')
})

test('a table without an engagement cannot touch a collection of one', () => {
  const ofUsers = announces(inEngagement('asset', schema.users.id))
  expect(() => tableSql(schema.users, ofUsers)).toThrow('users names no engagement')
})

test('the block of a migration is replaced, or added at its end', () => {
  const added = withBlock('CREATE TABLE one ();')
  expect(added).toBe(`CREATE TABLE one ();\n${generatedBlock()}`)
  const older = added.replace('announce_truncation', 'announce_nothing')
  expect(withBlock(`${older}SELECT 1;\n`)).toBe(`${added}SELECT 1;\n`)
  expect(blockOf('CREATE TABLE one ();')).toBeNull()
})
