import { describe, expect, test } from 'vitest'
import { type ErrorCode, errorMessage } from '@/lib/base/errors'
import { type KindOfWork, kinds } from './kinds'
import type { RequestRuntime } from './runtime'
import { type SendOptions, type SendRequest, send } from './send'
import type { RequestTiming } from './timing'

type Answer = Response | 'network' | 'silence'

/** A network that gives one answer after the other, and then the last one again and again. */
class FakeNetwork {
  readonly requests: Request[] = []
  readonly pauses: number[] = []
  readonly timings: RequestTiming[] = []
  readonly limits: number[] = []
  online = true
  private clock = 0
  private keys = 0

  constructor(private readonly answers: (() => Answer)[]) {}

  readonly runtime: RequestRuntime = {
    fetch: (url, init) => this.answer(new Request(`http://site.test${url}`, init)),
    now: () => this.clock,
    random: () => 0.5,
    sleep: async (milliseconds, signal) => {
      signal.throwIfAborted()
      this.pauses.push(milliseconds)
      this.clock += milliseconds
    },
    timeLimit: (milliseconds) => {
      this.limits.push(milliseconds)
      const silent = this.answers[this.requests.length] ?? this.answers.at(-1)
      return silent?.() === 'silence' ? AbortSignal.abort() : new AbortController().signal
    },
    online: () => this.online,
    newKey: () => `key-${++this.keys}`,
    record: (timing) => this.timings.push(timing),
  }

  private async answer(request: Request): Promise<Response> {
    const next = this.answers[this.requests.length] ?? this.answers.at(-1)
    this.requests.push(request)
    this.clock += 40
    const answer = next?.() ?? 'network'
    if (answer === 'network') throw new TypeError('fetch failed')
    if (answer === 'silence') throw new DOMException('', 'TimeoutError')
    return answer
  }
}

const good = () => Response.json({ n: 1 })
const refuse =
  (status: number, code: string, details = {}, headers = {}) =>
  () =>
    Response.json(
      { error: { code, message: `words for ${code}`, ...details } },
      { status, headers },
    )
const gateway = (status: number) => () => new Response('<h1>Bad gateway</h1>', { status })

function ask(
  network: FakeNetwork,
  request: Partial<SendRequest<object>> = {},
  options: Partial<SendOptions> = {},
) {
  return send<object>(
    { address: '/api/things', ...request },
    { kind: 'default', runtime: network.runtime, ...options },
  )
}

test('an answer is the data, and says when not all caches have heard of it', async () => {
  expect(await ask(new FakeNetwork([good]))).toEqual({ ok: true, data: { n: 1 } })
  const late = new FakeNetwork([() => Response.json({ n: 1, invalidation: 'pending' })])
  expect(await ask(late, { method: 'POST' })).toMatchObject({ ok: true, invalidation: 'pending' })
})

describe('what passes is tried three times', () => {
  test.each<[string, () => Answer, ErrorCode]>([
    ['a dead network', () => 'network', 'unreachable'],
    ['silence', () => 'silence', 'timed_out'],
    ['a server in trouble', refuse(500, 'internal'), 'internal'],
    ['a lost outcome', refuse(504, 'outcome_unknown'), 'outcome_unknown'],
    ['a gateway that answers in HTML', gateway(502), 'unavailable'],
    ['a gateway that waited too long', gateway(504), 'timed_out'],
  ])('%s', async (_name, answer, code) => {
    const network = new FakeNetwork([answer])
    expect(await ask(network)).toMatchObject({ ok: false, code })
    expect(network.requests).toHaveLength(3)
    expect(network.pauses).toEqual([375, 750])

    const passing = new FakeNetwork([answer, answer, good])
    expect(await ask(passing)).toMatchObject({ ok: true })
  })

  test('an answer that breaks off is none', async () => {
    const broken = () => {
      const pull = (stream: ReadableStreamDefaultController) => stream.error(new TypeError('cut'))
      return new Response(new ReadableStream({ pull }))
    }
    expect(await ask(new FakeNetwork([broken, good]))).toMatchObject({ ok: true })
  })
})

describe('what is refused for good is not tried again', () => {
  test.each<[number, string]>([
    [401, 'unauthenticated'],
    [403, 'forbidden'],
    [404, 'not_found'],
    [409, 'conflict'],
    [412, 'precondition_failed'],
    [413, 'body_too_large'],
    [422, 'invalid_input'],
    [429, 'rate_limited'],
  ])('%s keeps its words, and has some where nobody said any', async (status, code) => {
    const network = new FakeNetwork([refuse(status, code, { fields: { name: 'too long' }, n: 5 })])
    expect(await ask(network)).toEqual({
      ok: false,
      code,
      message: `words for ${code}`,
      fields: { name: 'too long' },
      details: { n: 5 },
    })
    expect(network.requests).toHaveLength(1)
    const mute = await ask(new FakeNetwork([gateway(status)]))
    expect(mute).toEqual({ ok: false, code, message: errorMessage(code as ErrorCode) })
  })

  test('a code of a newer server is understood by its status', async () => {
    const answer = await ask(new FakeNetwork([refuse(403, 'moon_phase')]))
    expect(answer).toMatchObject({ code: 'forbidden', message: 'words for moon_phase' })
    const other = await ask(new FakeNetwork([refuse(418, 'teapot')]))
    expect(other).toMatchObject({ code: 'unexpected_answer' })
  })
})

describe('Retry-After', () => {
  test.each([
    [{ 'Retry-After': '3' }, 3_000],
    [
      { Date: 'Mon, 02 Mar 2026 10:00:00 GMT', 'Retry-After': 'Mon, 02 Mar 2026 10:00:04 GMT' },
      4_000,
    ],
  ])('%o decides the pause', async (headers, pause) => {
    const network = new FakeNetwork([refuse(503, 'unavailable', {}, headers), good])
    await ask(network)
    expect(network.pauses).toEqual([pause])
  })

  test('a pause that is longer than a person waits is told instead', async () => {
    const network = new FakeNetwork([refuse(503, 'unavailable', {}, { 'Retry-After': '40' })])
    expect(await ask(network)).toMatchObject({ code: 'unavailable', details: { retryAfter: 40 } })
    expect(network.requests).toHaveLength(1)
  })

  test('too many requests say how long to wait, in the body or before it', async () => {
    const headers = { 'Retry-After': '12' }
    const inHeader = new FakeNetwork([refuse(429, 'rate_limited', {}, headers)])
    expect(await ask(inHeader)).toMatchObject({ details: { retryAfter: 12 } })
    const inBody = new FakeNetwork([refuse(429, 'rate_limited', { retryAfter: 9 }, headers)])
    expect(await ask(inBody)).toMatchObject({ details: { retryAfter: 9 } })
  })

  test('an upload sits it out, up to a minute', async () => {
    const network = new FakeNetwork([
      refuse(429, 'rate_limited', {}, { 'Retry-After': '3600' }),
      good,
    ])
    expect(await ask(network, {}, { kind: 'upload' })).toMatchObject({ ok: true })
    expect(network.pauses).toEqual([60_000])
  })
})

describe('a write', () => {
  test('keeps its name over its tries', async () => {
    const network = new FakeNetwork([() => 'network', refuse(503, 'unavailable'), good])
    await ask(network, { method: 'POST', body: { a: 1 } })
    expect(network.requests.map(({ headers }) => headers.get('Idempotency-Key'))).toEqual([
      'key-1',
      'key-1',
      'key-1',
    ])
    expect(await network.requests[2]?.json()).toEqual({ a: 1 })
  })

  test('has a name of its own, or the one that it is given', async () => {
    const network = new FakeNetwork([good])
    await ask(network, { method: 'POST' })
    await ask(network, { method: 'PATCH' })
    await ask(network, { method: 'POST', key: 'mine' })
    await ask(network)
    expect(network.requests.map(({ headers }) => headers.get('Idempotency-Key'))).toEqual([
      'key-1',
      'key-2',
      'mine',
      null,
    ])
  })
})

describe('time', () => {
  test.each(Object.entries(kinds))(
    '%s is waited for as long as is said',
    async (kind, { seconds }) => {
      const network = new FakeNetwork([() => 'silence'])
      const answer = await ask(network, {}, { kind: kind as KindOfWork })
      expect(network.limits[0]).toBe(seconds * 1000)
      expect(answer).toMatchObject({ code: 'timed_out' })
      expect(answer.ok || answer.message).toContain(`longer than ${seconds} seconds`)
    },
  )

  test('after a write that took too long a person is told to look first', async () => {
    const answer = await ask(new FakeNetwork([() => 'silence']), { method: 'POST' })
    expect(answer.ok || answer.message).toContain('It may be done all the same')
  })

  test('is recorded, without what people wrote into the address', async () => {
    const network = new FakeNetwork([() => 'network', good])
    await ask(network, { address: '/api/things?q=secret' }, { kind: 'list' })
    expect(network.timings).toEqual([
      {
        method: 'GET',
        path: '/api/things',
        kind: 'list',
        tries: 2,
        milliseconds: 455,
        outcome: 'ok',
      },
    ])
  })
})

describe('offline', () => {
  test('nothing is sent, and nobody is kept waiting', async () => {
    const network = new FakeNetwork([good])
    network.online = false
    expect(await ask(network)).toMatchObject({ code: 'offline' })
    expect([network.requests.length, network.pauses.length]).toEqual([0, 0])
  })

  test('a network that fails because it is gone says so', async () => {
    const network: FakeNetwork = new FakeNetwork([
      () => {
        network.online = false
        return 'network'
      },
    ])
    expect(await ask(network)).toMatchObject({ code: 'offline' })
    expect(network.requests).toHaveLength(1)
  })

  test('an upload sits it out', async () => {
    const network = new FakeNetwork([good])
    network.online = false
    const onWait = () => {
      network.online = true
    }
    expect(await ask(network, {}, { kind: 'upload', onWait })).toMatchObject({ ok: true })
  })
})

test('what is stopped ends at once, also while it waits for its next try', async () => {
  const stop = new AbortController()
  const network = new FakeNetwork([() => 'network'])
  const onWait = () => stop.abort()
  const answer = await ask(network, {}, { signal: stop.signal, onWait })
  expect(answer).toMatchObject({ code: 'stopped' })
  expect(network.requests).toHaveLength(1)
})

test('an answer that is not as agreed is refused', async () => {
  const read = (body: unknown) => (body === null ? {} : undefined)
  expect(await ask(new FakeNetwork([good]), { read })).toMatchObject({ code: 'unexpected_answer' })
  const html = new FakeNetwork([() => new Response('<html>Sign in</html>')])
  expect(await ask(html)).toMatchObject({ code: 'unexpected_answer' })
})
