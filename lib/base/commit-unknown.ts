/**
 * COMMIT was sent and its answer never came: the transaction may have been committed or not. What
 * it wrote is found out by reading, never by guessing.
 */
export class CommitUnknown extends Error {
  override readonly name = 'CommitUnknown'

  constructor(cause: unknown) {
    super('Whether the transaction was committed is not known.', { cause })
  }
}
