import net from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createFaultProxy, type FaultProxy } from './fault-proxy'

/** Answers each piece with itself, and remembers it. */
function createEcho(): { server: net.Server; heard: string[] } {
  const heard: string[] = []
  const server = net.createServer((socket) => {
    socket.on('data', (piece) => {
      heard.push(piece.toString())
      socket.write(piece)
    })
    socket.on('error', () => undefined)
  })
  return { server, heard }
}

/** A client that notes what comes and whether its connection ended. */
async function connect(port: number) {
  const socket = net.connect({ port, host: '127.0.0.1' })
  const waiting: (() => void)[] = []
  const state = { received: '', ended: false }
  const wake = () => {
    for (const go of waiting.splice(0)) go()
  }
  socket.on('data', (piece) => {
    state.received += piece
    wake()
  })
  socket.on('error', () => undefined)
  socket.on('close', () => {
    state.ended = true
    wake()
  })
  await new Promise<void>((resolve) => {
    socket.once('connect', () => resolve())
    socket.once('close', () => resolve())
  })
  const until = async (done: () => boolean) => {
    while (!done()) await new Promise<void>((resolve) => waiting.push(resolve))
  }
  return { socket, state, until }
}

let echo: ReturnType<typeof createEcho>
let proxy: FaultProxy

beforeEach(async () => {
  echo = createEcho()
  await new Promise<void>((resolve) => echo.server.listen(0, '127.0.0.1', resolve))
  const address = echo.server.address() as net.AddressInfo
  proxy = await createFaultProxy(() => address.port)
})

afterEach(async () => {
  await proxy.stop()
  await new Promise((resolve) => echo.server.close(resolve))
})

test('without trouble everything passes', async () => {
  const { socket, state, until } = await connect(proxy.port)
  socket.write('hello')
  await until(() => state.received === 'hello')
  socket.destroy()
})

test('refused: open connections end and new ones are not accepted', async () => {
  const open = await connect(proxy.port)
  proxy.suffer('refused')
  await open.until(() => open.state.ended)
  const late = await connect(proxy.port)
  await late.until(() => late.state.ended)
  proxy.suffer('none')
  const { socket, state, until } = await connect(proxy.port)
  socket.write('again')
  await until(() => state.received === 'again')
  socket.destroy()
})

test('silent: what was held back arrives late', async () => {
  const { socket, state, until } = await connect(proxy.port)
  socket.write('one')
  await until(() => state.received === 'one')
  proxy.suffer('silent')
  socket.write('two')
  proxy.suffer('none')
  await until(() => state.received === 'onetwo')
  socket.destroy()
})

test('deaf: the request arrives, its answer never does, and the connection is given up', async () => {
  const { socket, state, until } = await connect(proxy.port)
  proxy.suffer('deaf')
  socket.write('one')
  while (echo.heard.length === 0) await new Promise((resolve) => setImmediate(resolve))
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve))
  expect(state.received).toBe('')
  proxy.suffer('none')
  await until(() => state.ended)
  expect(echo.heard).toEqual(['one'])
})

test('reset: the request arrives, and its answer breaks the connection', async () => {
  proxy.suffer('reset')
  const { socket, state, until } = await connect(proxy.port)
  socket.write('one')
  await until(() => state.ended)
  expect(echo.heard).toEqual(['one'])
  expect(state.received).toBe('')
})

test('slow: everything arrives, in order', async () => {
  proxy.suffer('slow')
  const { socket, state, until } = await connect(proxy.port)
  socket.write('one')
  while (echo.heard.length === 0) await new Promise((resolve) => setImmediate(resolve))
  socket.write('two')
  await until(() => state.received === 'onetwo')
  socket.destroy()
})
