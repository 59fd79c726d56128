import WebSocket from 'ws'

/**
 * The driver's WebSocket, for messages of megabytes.
 *
 * Its messages are masked with zeros, which changes nothing in them. Masks keep scripts of a browser
 * from writing what they choose into old proxies (RFC 6455, 10.3); this end is no browser, and at
 * both ends they cost as much as the rest of the sending.
 *
 * What is sent in one turn goes as one message. The driver's own way to do that waits a millisecond
 * and copies all that is gathered with every piece.
 */
export class DatabaseSocket extends WebSocket {
  private readonly gathered: Uint8Array[] = []

  constructor(address: string | URL, protocols?: string | string[]) {
    super(address, protocols, { generateMask: (mask) => mask.fill(0) })
  }

  override send(data: Uint8Array): void {
    this.gathered.push(data)
    if (this.gathered.length === 1) process.nextTick(() => this.sendGathered())
  }

  override close(code?: number, reason?: string): void {
    this.sendGathered()
    super.close(code, reason)
  }

  private sendGathered(): void {
    const [first, ...others] = this.gathered.splice(0)
    if (first === undefined) return
    super.send(others.length === 0 ? first : Buffer.concat([first, ...others]))
  }
}
