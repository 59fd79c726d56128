import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { openInstance } from './instance'
import { quantile, round } from './latency'

const laterCalls = 200

/** How late reads are when Redis refuses connections, and when it takes them and says nothing. */
export async function benchDeadRedis() {
  return [
    { way: 'refuses', ...(await withPort(readWithout)) },
    { way: 'says nothing', ...(await withSilence(readWithout)) },
  ]
}

/** Reads whose loads take no time, so that what is measured is the wait for Redis. */
async function readWithout(port: number) {
  const url = `http://127.0.0.1:${port}`
  const instance = openInstance({ url, token: 'none' }, { load: async (id) => ({ id }) })
  let wrong = 0
  async function readOnce(index: number): Promise<number> {
    const id = `dead ${index}`
    const started = performance.now()
    const value = await instance.read({ id, tags: [id] })
    const spent = performance.now() - started
    if (JSON.stringify(value) !== JSON.stringify({ id })) wrong += 1
    return spent
  }
  const first = await readOnce(0)
  const later: number[] = []
  for (let index = 1; index <= laterCalls; index++) later.push(await readOnce(index))
  return {
    firstMs: round(first),
    laterP50: round(quantile(later, 0.5)),
    laterSlowest: round(Math.max(...later)),
    wrong,
  }
}

/** A port where nobody listens. */
async function withPort<T>(work: (port: number) => Promise<T>): Promise<T> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return work(port)
}

/** A port where connections are taken and nothing is ever said. */
async function withSilence<T>(work: (port: number) => Promise<T>): Promise<T> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  try {
    return await work((server.address() as AddressInfo).port)
  } finally {
    for (const socket of sockets) socket.destroy()
    server.close()
    await once(server, 'close')
  }
}
