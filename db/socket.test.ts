import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { type WebSocket, WebSocketServer } from 'ws'
import { DatabaseSocket } from './socket'

let server: WebSocketServer

afterEach(() => new Promise((resolve) => server.close(resolve)))

/** A connected socket, and what the other end received so far. */
async function connect() {
  server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  await once(server, 'listening')
  const accepted = once(server, 'connection')
  const socket = new DatabaseSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`)
  const [other] = (await accepted) as [WebSocket]
  const received: Buffer[] = []
  other.on('message', (data: Buffer) => received.push(data))
  if (socket.readyState !== DatabaseSocket.OPEN) await once(socket, 'open')
  return { socket, other, received }
}

const bytes = (...values: number[]) => Uint8Array.from(values)

test('what is sent in one turn arrives as one message, unchanged', async () => {
  const { socket, other, received } = await connect()
  const large = Buffer.alloc(200_000, 'portolan')
  for (const piece of [bytes(1), large, bytes(2, 3)]) socket.send(piece)
  await once(other, 'message')
  expect(received).toEqual([Buffer.concat([bytes(1), large, bytes(2, 3)])])
  socket.send(bytes(4))
  await once(other, 'message')
  expect(received.at(-1)).toEqual(Buffer.from([4]))
  socket.terminate()
})

test('what was sent before closing arrives before the end', async () => {
  const { socket, other, received } = await connect()
  const ended = once(other, 'close')
  socket.send(bytes(5))
  socket.close()
  await ended
  expect(received).toEqual([Buffer.from([5])])
})
