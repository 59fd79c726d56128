import { connect, createServer } from 'node:net'

/** A way to the database that counts what is sent to it. */
export interface DatabaseMeter {
  /** An address of the database, by way of the meter. */
  through(url: string): string
  /** Messages that were sent to the database so far. */
  count(): number
  close(): void
}

/** The bytes of a goodbye, which an idle connection says by itself; every query is longer. */
const goodbye = 16

/** @param target an address of the database */
export async function openDatabaseMeter(target: string): Promise<DatabaseMeter> {
  const { hostname, port } = new URL(target)
  let count = 0
  const server = createServer((client) => {
    const database = connect(Number(port), hostname)
    const end = () => {
      client.destroy()
      database.destroy()
    }
    for (const socket of [client, database]) socket.on('close', end).on('error', end)
    client.on('data', (bytes) => {
      if (bytes.length > goodbye) count += 1
      database.write(bytes)
    })
    database.pipe(client)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The meter has no port')
  return {
    through(url) {
      const changed = new URL(url)
      changed.port = String(address.port)
      return changed.href
    },
    count: () => count,
    close: () => void server.close(),
  }
}
