import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { createFlagManagement } from '@/lib/flags/management'
import { startOwnEdgeConfig } from '../integration/flags/own-site'

let config: Awaited<ReturnType<typeof startOwnEdgeConfig>>
beforeAll(async () => {
  config = await startOwnEdgeConfig({ first: true })
})
afterAll(() => config.stop())

const managed = (change: { url?: string; token?: string } = {}) =>
  createFlagManagement({
    url: config.env.FLAGS_MANAGEMENT_URL,
    token: config.env.FLAGS_MANAGEMENT_TOKEN,
    ...change,
  })

test('what is written is read, at an address with or without a team', async () => {
  const { FLAGS_MANAGEMENT_URL: url } = config.env
  expect(await managed().read()).toEqual({ first: true })
  for (const address of [url, `${url}/`, `${url}?teamId=team_1`]) {
    const next = { second: [address] }
    await managed({ url: address }).write(next)
    expect(await managed({ url: address }).read()).toEqual(next)
  }
})

test('an item that is not there is none, and is made by the next write', async () => {
  const { FLAGS_MANAGEMENT_URL: url, FLAGS_MANAGEMENT_TOKEN: token } = config.env
  const gone = { items: [{ operation: 'delete', key: 'flags' }] }
  const headers = { authorization: `Bearer ${token}` }
  await fetch(`${url}/items`, { method: 'PATCH', headers, body: JSON.stringify(gone) })
  expect(await managed().read()).toBeUndefined()
  await managed().write({ again: true })
  expect(await managed().read()).toEqual({ again: true })
})

test('a refusal is an error whose words hold neither token nor value', async () => {
  const token = 'a-wrong-token'
  for (const asked of [managed({ token }).read(), managed({ token }).write({ secret: 'value' })]) {
    const error = await asked.then(String, (thrown: Error) => thrown)
    expect(error).toMatchObject({
      name: 'FlagStorageError',
      message: 'The management interface answers 401',
    })
  }
})

/** A management interface that hangs up at every write; it keeps it or not. */
async function startHangingUp(keeps: boolean): Promise<string> {
  let value: unknown = { old: true }
  const server = createServer((request, response) => {
    if (request.method === 'GET') return void response.end(JSON.stringify({ value }))
    let body = ''
    request.on('data', (part) => {
      body += part
    })
    request.on('end', () => {
      if (keeps) value = JSON.parse(body).items[0].value
      request.socket.destroy()
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/edge-config/ecfg_1`
}

test('a write that was kept though no answer came is a success; one that was not is none', async () => {
  const kept = managed({ url: await startHangingUp(true) })
  await kept.write({ a: { b: 1, c: 2 } })
  const lost = managed({ url: await startHangingUp(false) })
  await expect(lost.write({ a: 1 })).rejects.toMatchObject({ name: 'FlagStorageError' })
})

test('what answers with no item is an error', async () => {
  const server = createServer((_request, response) => void response.end('<html>'))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/edge-config/ecfg_1`
  await expect(managed({ url }).read()).rejects.toMatchObject({ name: 'FlagStorageError' })
})
