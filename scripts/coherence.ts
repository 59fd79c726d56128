import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { blockOf, generatedBlock, withBlock } from '@/db/coherence/generated-block'
import { readMigrations } from '@/db/migrate/migration-files'

const folder = path.join(import.meta.dirname, '..', 'db', 'migrations')

/**
 * Writes the triggers that db/coherence declares into the newest migration. Where that one was run
 * already, make another first: `npm run db:generate -- --custom --name NAME`.
 */
function writeTriggers(): string {
  const migrations = readMigrations(folder)
  const latest = migrations.findLast(({ sql }) => blockOf(sql) !== null)
  if (latest && blockOf(latest.sql) === generatedBlock()) return 'The triggers are up to date.'
  const newest = migrations.at(-1)
  if (!newest) throw new Error('there is no migration yet')
  const file = path.join(folder, `${newest.tag}.sql`)
  writeFileSync(file, withBlock(readFileSync(file, 'utf8')))
  return `Wrote the triggers into ${newest.tag}.sql; its .down.sql has to undo them.`
}

console.log(writeTriggers())
