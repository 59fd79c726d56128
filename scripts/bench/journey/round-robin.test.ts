import { createServer, type RequestListener } from 'node:http'
import { afterEach, expect, test } from 'vitest'
import { listenLocally } from '../../../local/ports.mjs'
import { openCommandMeter } from './command-meter'
import { openRoundRobin } from './round-robin'

const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

async function serve(listener: RequestListener): Promise<number> {
  const server = createServer(listener)
  ends.push(() => server.close())
  return listenLocally(server)
}

test('requests go to the processes in turn, and each is noted with what it weighs', async () => {
  const ports = [
    await serve((_, answer) => answer.end('one')),
    await serve((_, answer) => answer.writeHead(304).end()),
  ]
  const front = await openRoundRobin()
  ends.push(front.close)
  front.leadTo(ports.map((port) => `http://127.0.0.1:${port}`))
  const texts: string[] = []
  for (let asked = 0; asked < 3; asked += 1) {
    texts.push(await (await fetch(`${front.url}/acme/erp?x=1`)).text())
  }
  expect(texts).toEqual(['one', '', 'one'])
  const served = front.take()
  expect(served.map(({ status, kind, path }) => [status, kind, path])).toEqual([
    [200, 'document', '/acme/erp'],
    [304, 'document', '/acme/erp'],
    [200, 'document', '/acme/erp'],
  ])
  expect((served[0]?.bytes ?? 0) - (served[1]?.bytes ?? 0)).toBeGreaterThanOrEqual('one'.length)
  expect(front.take()).toEqual([])
  expect(front.underWay()).toBe(0)
})

test('whom a process leads to its own port stays behind the front', async () => {
  const port = await serve((asked, answer) => {
    const location = asked.url === '/' ? `http://localhost:${port}/start` : 'https://example.org/'
    answer.writeHead(307, { location }).end()
  })
  const front = await openRoundRobin()
  ends.push(front.close)
  front.leadTo([`http://127.0.0.1:${port}`])
  const leads = async (path: string) =>
    (await fetch(front.url + path, { redirect: 'manual' })).headers.get('location')
  expect(await leads('/')).toBe(`${front.url}/start`)
  expect(await leads('/out')).toBe('https://example.org/')
})

test('commands are counted one by one and in pipelines, and pass unchanged', async () => {
  const bodies: string[] = []
  const port = await serve(async (asked, answer) => {
    let body = ''
    for await (const chunk of asked) body += chunk
    bodies.push(`${asked.url} ${body}`)
    answer.end('{"result":"OK"}')
  })
  const meter = await openCommandMeter(`http://127.0.0.1:${port}`)
  ends.push(meter.close)
  const post = (path: string, commands: unknown) =>
    fetch(meter.url + path, { method: 'POST', body: JSON.stringify(commands) })
  await post('/', ['GET', 'a'])
  await post('/pipeline', [
    ['GET', 'a'],
    ['SET', 'b', '1'],
    ['GET', 'c'],
  ])
  expect(meter.count()).toBe(4)
  expect(bodies[0]).toBe('/ ["GET","a"]')
})
