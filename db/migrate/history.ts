import { MigrationError } from './migration-error'
import type { Migration } from './migration-files'

/** A row of the database's own list of what was run. */
export interface AppliedMigration {
  tag: string
  hash: string
  appliedAt: Date
}

/**
 * What has still to be run. The applied ones must be the first of the folder, unchanged: anything
 * else means that the database was made by other files than these.
 * @throws MigrationError
 */
export function pendingMigrations(
  migrations: readonly Migration[],
  applied: readonly AppliedMigration[],
): Migration[] {
  for (const [index, row] of applied.entries()) {
    const migration = migrations[index]
    if (migration?.tag !== row.tag) {
      const known = migrations.some(({ tag }) => tag === row.tag)
      throw new MigrationError(
        known
          ? `${row.tag} was run before ${migration?.tag ?? 'the others'}; number the newer file after it`
          : `the database has ${row.tag}, which is not in this folder: it belongs to a newer version`,
      )
    }
    if (migration.hash !== row.hash) {
      throw new MigrationError(
        `${row.tag} was changed after it was run; restore the file and write a new migration`,
      )
    }
  }
  return migrations.slice(applied.length)
}

/**
 * What a rollback undoes, newest first.
 * @param target `last` for the newest one, `all`, or a tag or its number, which stays
 * @throws MigrationError when there is nothing to undo or the target was never run
 */
export function migrationsToUndo(
  migrations: readonly Migration[],
  applied: readonly AppliedMigration[],
  target: string,
): Migration[] {
  const run = migrations.slice(0, migrations.length - pendingMigrations(migrations, applied).length)
  if (run.length === 0) throw new MigrationError('nothing was run, so there is nothing to undo')
  return run.slice(firstToUndo(run, target)).toReversed()
}

function firstToUndo(run: readonly Migration[], target: string): number {
  if (target === 'last') return run.length - 1
  if (target === 'all') return 0
  const kept = run.findIndex(({ tag }) => tag === target || tag.startsWith(`${target}_`))
  if (kept === -1) throw new MigrationError(`${target} is none of those that were run`)
  return kept + 1
}
