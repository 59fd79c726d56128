import net from 'node:net'
import { listenLocally } from '../../local/ports.mjs'

/**
 * What a proxy does to what passes it. `silent` holds everything back and delivers it late;
 * `reset` lets requests through and breaks the connection when the answer comes; `deaf` lets
 * requests through and drops the answers.
 */
export type Trouble = 'none' | 'refused' | 'reset' | 'silent' | 'deaf' | 'slow'

export interface FaultProxy {
  port: number
  suffer(trouble: Trouble): void
  stop(): Promise<void>
}

/** Milliseconds that each piece of a slow connection waits. */
const slowness = 120

interface Connection {
  client: net.Socket
  server: net.Socket
  /** Whether something of it was dropped, so that it is of no use any more. */
  torn: boolean
}

/**
 * A TCP proxy on the loopback address that can be told to fail.
 * @param targetPort asked for each new connection: what stands behind may move
 */
export async function createFaultProxy(targetPort: () => number): Promise<FaultProxy> {
  const connections = new Set<Connection>()
  let trouble: Trouble = 'none'

  const drop = (connection: Connection) => {
    connections.delete(connection)
    for (const socket of [connection.client, connection.server]) socket.resetAndDestroy()
  }

  function pump(connection: Connection, from: net.Socket, to: net.Socket): void {
    const isAnswer = from === connection.server
    let waiting = 0
    from.on('data', (piece) => {
      if (isAnswer && trouble === 'reset') return drop(connection)
      if (isAnswer && trouble === 'deaf') {
        connection.torn = true
        return
      }
      if (trouble !== 'slow' && waiting === 0) return void to.write(piece)
      // Timers of one length fire in order, so that no piece overtakes another.
      waiting += 1
      setTimeout(() => {
        waiting -= 1
        to.write(piece)
      }, slowness)
    })
    const end = () => {
      connections.delete(connection)
      to.destroy()
    }
    from.on('error', end)
    from.on('close', end)
  }

  const hold = ({ client, server }: Connection, held: boolean) => {
    for (const socket of [client, server]) held ? socket.pause() : socket.resume()
  }

  const proxy = net.createServer({ noDelay: true }, (client) => {
    if (trouble === 'refused') return void client.resetAndDestroy()
    const server = net.connect({ port: targetPort(), host: '127.0.0.1', noDelay: true })
    const connection = { client, server, torn: false }
    connections.add(connection)
    pump(connection, client, server)
    pump(connection, server, client)
    hold(connection, trouble === 'silent')
  })
  const port = await listenLocally(proxy)

  return {
    port,
    suffer(next) {
      trouble = next
      for (const connection of [...connections]) {
        if (next === 'refused' || next === 'reset' || connection.torn) drop(connection)
        else hold(connection, next === 'silent')
      }
    },
    async stop() {
      for (const connection of [...connections]) drop(connection)
      await new Promise((resolve) => proxy.close(resolve))
    },
  }
}
