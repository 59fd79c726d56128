/** What the listening to changes needs of a browser; tests give their own. */
export interface LiveRuntime {
  fetch(address: string, init: RequestInit): Promise<Response>
  /** Milliseconds since 1970 by the machine's clock, which all tabs share. */
  now(): number
  /** @returns takes it back */
  later(milliseconds: number, run: () => void): () => void
  /** At least 0 and below 1. */
  random(): number
  online(): boolean
}

/** The same for what the tabs of a browser share. */
export interface TabRuntime extends LiveRuntime {
  newId(): string
  /** Reaches the other tabs, never the own one. */
  openChannel<Message>(
    name: string,
    onMessage: (message: Message) => void,
  ): { post(message: Message): void; close(): void }
  /**
   * Waits until this tab may lead; one of all that ask does.
   * @param steal takes the lead at once, from whoever has it
   * @param lost the lead was taken away
   * @returns gives it back, or waits no longer
   */
  lead(name: string, steal: boolean, begin: () => void, lost: () => void): () => void
}
