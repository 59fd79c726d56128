/** Why a migration cannot be run, in words for whoever runs it. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError'
}
