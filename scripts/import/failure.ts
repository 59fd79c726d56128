/** Ends a command with one sentence for people and a code for programs. */
export class ImportFailure extends Error {
  constructor(
    readonly code: string,
    message: string,
    /** Set once the server knows of the import. */
    readonly ids: { importId?: string; flowId?: string } = {},
  ) {
    super(message)
    this.name = 'ImportFailure'
  }
}

/** What the command's exit status says. */
export const exitCodes = { completed: 0, failed: 1, wrongUse: 2, waiting: 3 } as const
