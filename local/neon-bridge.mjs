import { createServer } from 'node:http'
import net from 'node:net'
import { WebSocketServer } from 'ws'
import { createSqlEndpoint } from './neon-sql.mjs'
import { listenLocally } from './ports.mjs'
import { createStatementCounter } from './postgres-messages.mjs'

// Above this many unsent bytes the database waits for the client.
const highWaterBytes = 1 << 20

/**
 * Joins a WebSocket and a database connection: bytes go through unchanged, either end ends both.
 * @param {import('ws').WebSocket} socket
 * @param {number} port
 * @param {(statements: number) => void} [onStatements]
 */
function pipe(socket, port, onStatements) {
  const database = net.connect({ port, host: '127.0.0.1', noDelay: true })
  const count = onStatements && createStatementCounter(onStatements)
  socket.on('message', (data) => {
    count?.(/** @type {Buffer} */ (data))
    database.write(/** @type {Buffer} */ (data))
  })
  socket.on('close', () => database.destroy())
  socket.on('error', () => database.destroy())
  database.on('data', (chunk) => {
    socket.send(chunk, () => {
      if (database.isPaused() && socket.bufferedAmount < highWaterBytes) database.resume()
    })
    if (socket.bufferedAmount > highWaterBytes) database.pause()
  })
  database.on('close', () => socket.close())
  database.on('error', () => socket.close(1011, 'the database is not reachable'))
}

/**
 * Speaks Neon's protocols before a plain PostgreSQL: a WebSocket at /v2 and POST /sql.
 * @param {number} databasePort
 * @param {{ onStatements?: (statements: number) => void }} [options] onStatements hears how many
 *   statements pass, for measurements
 * @returns {Promise<{ port: number, stop(): Promise<void> }>}
 */
export async function startNeonBridge(databasePort, { onStatements } = {}) {
  const sql = createSqlEndpoint(databasePort, onStatements)
  const server = createServer((request, response) => {
    if (request.method === 'POST' && request.url?.startsWith('/sql')) sql.handle(request, response)
    else response.writeHead(404).end()
  })
  const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false })
  server.on('upgrade', (request, socket, head) => {
    if (!request.url?.startsWith('/v2')) return socket.destroy()
    sockets.handleUpgrade(request, socket, head, (webSocket) =>
      pipe(webSocket, databasePort, onStatements),
    )
  })
  const port = await listenLocally(server)
  return {
    port,
    async stop() {
      for (const socket of sockets.clients) socket.terminate()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await sql.close()
    },
  }
}
