import { createHash } from 'node:crypto'
import { expect, test, vi } from 'vitest'
import type { RequestRuntime } from '@/lib/request/runtime'
import type { UploadProgress } from './progress'
import type { UploadSource } from './source'
import { PART_SIZE, type UploadOptions, uploadFile } from './upload-file'

const IDS = { importId: 'import-1', flowId: 'flow-1' }

type Call = { method: string; path: string; part: number | null; key: string | null }
/** Answers a call in the server's stead; undefined lets it through. */
type Fault = (call: Call, nth: number) => Faulty | Promise<Faulty>
type Faulty = Response | 'network' | undefined

/** A server of the protocol that keeps parts in memory, with faults put before it. */
class FakeServer {
  readonly parts = new Map<number, string>()
  readonly calls: Call[] = []
  readonly pauses: number[] = []
  completed = false
  clock = 0
  private keys = 1

  constructor(
    private readonly source: UploadSource,
    private readonly fault: Fault = () => undefined,
  ) {}

  get runtime(): RequestRuntime {
    return {
      fetch: (url, init) => this.answer(url, init),
      now: () => this.clock,
      random: () => 0.5,
      sleep: async (milliseconds, signal) => {
        signal.throwIfAborted()
        this.pauses.push(milliseconds)
        this.clock += milliseconds
      },
      timeLimit: () => new AbortController().signal,
      online: () => true,
      newKey: () => `key-${this.keys++}`,
      record: () => {},
    }
  }

  count(method: string): number {
    return this.calls.filter((call) => call.method === method).length
  }

  private async answer(url: string, init: RequestInit): Promise<Response> {
    init.signal?.throwIfAborted()
    const path = url.replace('/api/acme/move/imports', '')
    const number = /parts\/(\d+)$/.exec(path)?.[1]
    const part = number ? Number(number) : null
    const key = new Headers(init.headers).get('Idempotency-Key')
    const call = { method: init.method ?? 'GET', path, part, key }
    this.calls.push(call)
    this.clock += 1_000
    const nth = this.calls.filter((other) => other.path === path).length
    const fault = await this.fault(call, nth)
    if (fault === 'network') throw new TypeError('fetch failed')
    return fault ?? this.serve(call, init)
  }

  private serve({ method, path, part }: Call, init: RequestInit): Response {
    if (method === 'GET') return Response.json(this.status())
    if (method === 'POST' && path === '') return Response.json(this.status(), { status: 201 })
    if (method === 'PUT' && part !== null && init.body instanceof Uint8Array) {
      const hash = createHash('sha256').update(init.body).digest('base64')
      const sent = new Headers(init.headers).get('Content-Digest')
      if (sent !== `sha-256=:${hash}:`) return refuse(422, 'checksum_mismatch')
      this.parts.set(part, new TextDecoder().decode(init.body))
      return Response.json({ part, received: true })
    }
    const missing = this.missing()
    if (missing.length > 0) return refuse(409, 'parts_missing', { missing })
    if (this.completed) return refuse(409, 'wrong_state')
    this.completed = true
    return Response.json({ flowId: IDS.flowId }, { status: 202 })
  }

  private status() {
    return {
      ...IDS,
      status: this.completed ? 'received' : 'uploading',
      sizeBytes: this.source.size,
      partSize: PART_SIZE,
      partCount: this.partCount(),
      receivedParts: [...this.parts.keys()],
    }
  }

  private partCount(): number {
    return Math.max(1, Math.ceil(this.source.size / PART_SIZE))
  }

  private missing(): number[] {
    return [...Array(this.partCount()).keys()].filter((part) => !this.parts.has(part))
  }
}

function refuse(status: number, code: string, details = {}, headers = {}): Response {
  const error = { code, message: `words for ${code}`, ...details }
  return Response.json({ error }, { status, headers })
}

function brokenAnswer(): Response {
  const body = new ReadableStream({ pull: (stream) => stream.error(new TypeError('terminated')) })
  return new Response(body, { status: 200 })
}

/** A file whose every part holds its own letter. */
function fileOf(parts: number, lastBytes = 10): UploadSource {
  const size = (parts - 1) * PART_SIZE + lastBytes
  return {
    name: 'estate.csv',
    size,
    slice: async (from, to) => new Uint8Array(to - from).fill(97 + from / PART_SIZE),
  }
}

function send(server: FakeServer, source: UploadSource, more: Partial<UploadOptions> = {}) {
  const baseUrl = '/api/acme/move'
  return uploadFile({ source, baseUrl, runtime: server.runtime, ...more })
}

test('a file arrives in parts, whole and in any order, and is completed', async () => {
  const source = fileOf(5)
  const server = new FakeServer(source)
  expect(await send(server, source)).toEqual({ ok: true, ...IDS })
  expect([...server.parts].sort().map(([part, text]) => [part, text[0], text.length])).toEqual([
    [0, 'a', PART_SIZE],
    [1, 'b', PART_SIZE],
    [2, 'c', PART_SIZE],
    [3, 'd', PART_SIZE],
    [4, 'e', 10],
  ])
  expect(server.completed).toBe(true)
})

test('an empty file is one empty part', async () => {
  const source = fileOf(1, 0)
  const server = new FakeServer(source)
  expect(await send(server, source)).toMatchObject({ ok: true })
  expect([...server.parts]).toEqual([[0, '']])
})

test.each<[string, () => Response | 'network']>([
  ['a dead network', () => 'network'],
  ['a gateway that answers in HTML', () => new Response('<h1>Bad gateway</h1>', { status: 502 })],
  ['an answer that breaks off', brokenAnswer],
  ['too many requests', () => refuse(429, 'rate_limited')],
  ['a part damaged on its way', () => refuse(422, 'checksum_mismatch')],
])('%s is tried again with growing pauses', async (_name, fault) => {
  const source = fileOf(2)
  const server = new FakeServer(source, ({ part }, nth) =>
    part === 1 && nth <= 3 ? fault() : undefined,
  )
  expect(await send(server, source)).toMatchObject({ ok: true })
  expect(server.pauses).toEqual([375, 750, 1_500])
})

test('Retry-After decides the pause, in seconds or as a date', async () => {
  const source = fileOf(1)
  const headers = [
    { 'Retry-After': '7' },
    {
      Date: 'Mon, 02 Mar 2026 10:00:00 GMT',
      'Retry-After': 'Mon, 02 Mar 2026 10:00:09 GMT',
    },
    { 'Retry-After': '3600' },
  ]
  const server = new FakeServer(source, ({ part }, nth) =>
    part === 0 && nth <= 3 ? refuse(503, 'unavailable', {}, headers[nth - 1]) : undefined,
  )
  await send(server, source)
  expect(server.pauses).toEqual([7_000, 9_000, 60_000])
})

test('what the server refuses for good is not tried again and keeps its words', async () => {
  const source = fileOf(3)
  const server = new FakeServer(source, ({ part }) =>
    part === 0
      ? refuse(413, 'body_too_large', { fields: { body: 'too long' }, limit: 5 })
      : undefined,
  )
  expect(await send(server, source)).toEqual({
    ok: false,
    code: 'body_too_large',
    message: 'words for body_too_large',
    fields: { body: 'too long' },
    details: { limit: 5 },
    ...IDS,
  })
  expect(server.pauses).toEqual([])
  expect(server.count('PUT')).toBeLessThanOrEqual(2)
})

test('one refusal ends the pause of the other lane', async () => {
  const source = fileOf(2)
  let pauseBegan = () => {}
  const paused = new Promise<void>((resolve) => {
    pauseBegan = resolve
  })
  const server = new FakeServer(source, async ({ part }) => {
    if (part === 1) return 'network'
    if (part !== 0) return undefined
    await paused
    return refuse(404, 'not_found')
  })
  // A pause that nothing but the signal ends.
  const sleep: RequestRuntime['sleep'] = (_milliseconds, signal) => {
    pauseBegan()
    return new Promise((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason))
    })
  }
  const runtime = { ...server.runtime, sleep }
  expect(await send(server, source, { runtime })).toMatchObject({ code: 'not_found' })
  expect(server.calls.filter((call) => call.part === 1)).toHaveLength(1)
})

test('after seven tries the upload gives up and can be resumed', async () => {
  const source = fileOf(3)
  let broken = true
  const server = new FakeServer(source, async ({ part }) => {
    if (!broken || part !== 2) return undefined
    await vi.waitUntil(() => server.parts.size === 2)
    return 'network'
  })
  const outcome = await send(server, source)
  expect(outcome).toMatchObject({ ok: false, code: 'unreachable', importId: 'import-1' })
  expect(server.calls.filter((call) => call.part === 2)).toHaveLength(7)

  broken = false
  const before = server.calls.length
  const seen: number[] = []
  const onProgress = ({ phase, sentBytes }: UploadProgress) => {
    if (phase === 'sending') seen.push(sentBytes)
  }
  expect(await send(server, source, { resume: IDS, onProgress })).toMatchObject({ ok: true })
  expect(seen).toEqual([2 * PART_SIZE, source.size])
  const after = server.calls.slice(before).map(({ method, path }) => `${method} ${path}`)
  expect(after).toEqual(['GET /import-1', 'PUT /import-1/parts/2', 'POST /import-1/complete'])
})

test('another file does not go on where the first one stopped', async () => {
  const server = new FakeServer(fileOf(3))
  const outcome = await send(server, fileOf(2), { resume: IDS })
  expect(outcome).toMatchObject({ ok: false, code: 'file_changed', importId: 'import-1' })
  expect(server.count('PUT')).toBe(0)
})

test('a creation whose answer was lost is sent again under the same key', async () => {
  const source = fileOf(1)
  const server = new FakeServer(source, ({ path }, nth) =>
    path === '' && nth <= 2 ? 'network' : undefined,
  )
  expect(await send(server, source)).toMatchObject({ ok: true })
  const creations = server.calls.filter(({ path }) => path === '')
  expect(creations.map(({ key }) => key)).toEqual(['key-1', 'key-1', 'key-1'])
  expect(server.calls.find(({ path }) => path.endsWith('/complete'))?.key).not.toBe('key-1')
})

test('parts that the server misses at completion are sent again', async () => {
  const source = fileOf(3)
  const server = new FakeServer(source, ({ path }, nth) => {
    if (path.endsWith('/complete') && nth === 1) server.parts.delete(1)
    return undefined
  })
  expect(await send(server, source)).toMatchObject({ ok: true })
  expect(server.calls.filter((call) => call.part === 1)).toHaveLength(2)
})

test('a completion whose answer was lost counts as completed', async () => {
  const source = fileOf(1)
  const server = new FakeServer(source, ({ path }, nth) => {
    if (!path.endsWith('/complete') || nth > 1) return undefined
    server.completed = true
    return 'network'
  })
  expect(await send(server, source)).toEqual({ ok: true, ...IDS })
})

test('a stopped upload ends at once and keeps what was sent', async () => {
  const source = fileOf(6)
  const stop = new AbortController()
  const server = new FakeServer(source, ({ part }) => {
    if (part === 3) stop.abort()
    return undefined
  })
  const outcome = await send(server, source, { signal: stop.signal })
  expect(outcome).toMatchObject({ ok: false, code: 'stopped', importId: 'import-1' })
  expect(server.completed).toBe(false)
  expect(server.parts.size).toBeGreaterThan(1)
})

test('a file that cannot be read any more is said so', async () => {
  const source = { ...fileOf(2), slice: () => Promise.reject(new Error('gone')) }
  const outcome = await send(new FakeServer(source), source)
  expect(outcome).toMatchObject({ ok: false, code: 'file_unreadable' })
})

test('an answer that is not of the protocol is refused', async () => {
  const source = fileOf(1)
  const server = new FakeServer(source, () => new Response('<html>Sign in</html>'))
  expect(await send(server, source)).toMatchObject({ code: 'unexpected_answer' })
})

test('progress tells phase, bytes, rate and time left', async () => {
  const source = fileOf(4, PART_SIZE)
  const seen: UploadProgress[] = []
  const server = new FakeServer(source, async ({ part }, nth) => {
    if (part !== 3 || nth > 1) return undefined
    // The other lane's part is there before this one is refused.
    await vi.waitUntil(() => seen.at(-1)?.sentBytes === 3 * PART_SIZE)
    return refuse(503, 'unavailable')
  })
  await send(server, source, { onProgress: (progress) => seen.push(progress) })
  expect(seen.map((progress) => progress.phase)).toEqual([
    ...['preparing', 'sending', 'sending', 'sending', 'sending'],
    ...['waiting', 'sending', 'completing', 'done'],
  ])
  const half = seen.find((progress) => progress.sentBytes === 2 * PART_SIZE)
  expect(half?.bytesPerSecond).toBeGreaterThan(0)
  expect(half?.secondsLeft).toBeCloseTo((2 * PART_SIZE) / (half?.bytesPerSecond ?? 0))
  expect(seen.find((progress) => progress.phase === 'waiting')?.retryInSeconds).toBe(0.375)
  expect(seen.at(-1)).toMatchObject({ sentBytes: source.size, secondsLeft: 0 })
})
