import { expect, test } from 'vitest'
import { readBody, readJson } from './read-body'

const post = (body: BodyInit | null, headers: Record<string, string> = {}) =>
  new Request('http://site/', { method: 'POST', body, headers })

/** A body that states no length, and would never end. */
function endless() {
  const chunk = new Uint8Array(1024)
  let sent = 0
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      sent += 1
      controller.enqueue(chunk)
    },
  })
  const init = { method: 'POST', body, duplex: 'half' } as RequestInit
  return { request: new Request('http://site/', init), sentChunks: () => sent }
}

test('a body that is too large is refused while it is read', async () => {
  const { request, sentChunks } = endless()
  expect(await readBody(request, 4096)).toMatchObject({ ok: false, code: 'body_too_large' })
  expect(sentChunks()).toBeLessThan(20)
})

test('an announced length above the limit is refused unread', async () => {
  const result = await readBody(post('abc', { 'content-length': '5000' }), 4096)
  expect(result).toMatchObject({ ok: false, code: 'body_too_large', details: { limit: 4096 } })
})

test('a body of exactly the limit is read whole', async () => {
  const result = await readBody(post(new Uint8Array(4096).fill(7)), 4096)
  expect(result.ok && result.data.byteLength).toBe(4096)
})

test('JSON has to be said to be JSON and to be it', async () => {
  const json = { 'content-type': 'application/json; charset=utf-8' }
  expect(await readJson(post('{"a":1}', json))).toEqual({ ok: true, data: { a: 1 } })
  expect(await readJson(post('{"a":1}'))).toMatchObject({ code: 'unsupported_content' })
  expect(await readJson(post('{"a":', json))).toMatchObject({ code: 'invalid_input' })
  const notUtf8 = new Uint8Array([0x22, 0xff, 0x22])
  expect(await readJson(post(notUtf8, json))).toMatchObject({ code: 'invalid_input' })
})

test('no body is undefined', async () => {
  expect(await readJson(post(null))).toEqual({ ok: true, data: undefined })
})
