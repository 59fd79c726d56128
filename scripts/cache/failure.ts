/** Ends a command with one sentence for people. */
export class CacheCommandFailure extends Error {
  override name = 'CacheCommandFailure'

  constructor(
    readonly code: 'wrong_use' | 'no_redis' | 'unknown_namespace',
    message: string,
  ) {
    super(message)
  }
}
