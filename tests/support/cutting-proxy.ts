import { connect, createServer, type Socket } from 'node:net'

type Fate = 'delivered' | 'lost' | 'silent'

/** A way to a server that can be cut while a request is under way. */
export interface CuttingProxy {
  /** An address of the server, by way of the proxy. */
  through(url: string): string
  /**
   * Spoils the next request: the client never gets the answer. `delivered` and `lost` cut the
   * connection, with or without the request having arrived; `silent` keeps it and loses what either
   * side says from then on.
   */
  spoilNextRequest(fate: Fate): void
  close(): Promise<void>
}

/** @param target an address of the server */
export async function openCuttingProxy(target: string): Promise<CuttingProxy> {
  const { hostname, port } = new URL(target)
  const sockets = new Set<Socket>()
  let fate: Fate | null = null

  const server = createServer((client) => {
    const upstream = connect(Number(port), hostname)
    let spoilt: Fate | null = null
    const end = () => {
      for (const socket of [client, upstream]) {
        socket.destroy()
        sockets.delete(socket)
      }
    }
    for (const socket of [client, upstream]) {
      sockets.add(socket)
      socket.on('close', end)
      // A cut connection has nothing more to say.
      socket.on('error', end)
    }
    client.on('data', (bytes) => {
      if (spoilt === 'silent') return
      spoilt = fate
      fate = null
      if (spoilt === 'lost') end()
      else upstream.write(bytes)
    })
    upstream.on('data', (bytes) => {
      // The answer shows that the request was carried out; nobody hears it.
      if (spoilt === 'delivered') end()
      else if (spoilt === null) client.write(bytes)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The proxy has no port')

  return {
    through(url) {
      const changed = new URL(url)
      changed.hostname = '127.0.0.1'
      changed.port = String(address.port)
      return changed.href
    },
    spoilNextRequest: (next) => {
      fate = next
    },
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => resolve())
      }),
  }
}
