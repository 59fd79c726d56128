import { expect, test, vi } from 'vitest'
import type { Sink } from '@/lib/live/listener'
import { settle } from '@/tests/support/cache/instance'
import { liveStream } from './live-stream'

function open() {
  const leaving = new AbortController()
  const request = new Request('http://site/api/live', { signal: leaving.signal })
  const listening = { drained: vi.fn(), leave: vi.fn() }
  const sinks: Sink[] = []
  const response = liveStream(request, (sink) => {
    sinks.push(sink)
    return listening
  })
  const [sink] = sinks
  if (!sink || !response.body) throw new Error('It listens at once')
  return { leaving, listening, sink, response, body: response.body }
}

const long = 'x'.repeat(40 * 1024)

test('what is written arrives, and nobody on the way may keep or compress it', async () => {
  const { sink, response } = open()
  sink.write('event: hello\n\n')
  sink.end()
  expect(await response.text()).toBe('event: hello\n\n')
  expect(response.headers.get('cache-control')).toMatch(/no-store.*no-transform/)
  expect(response.headers.get('x-accel-buffering')).toBe('no')
})

test('a browser that takes nothing is known as slow, and asks for more when it takes again', async () => {
  const { sink, listening, body } = open()
  expect(sink.isReady()).toBe(true)
  sink.write(long)
  expect(sink.isReady()).toBe(false)
  listening.drained.mockClear()
  await body.getReader().read()
  expect(listening.drained).toHaveBeenCalled()
  expect(sink.isReady()).toBe(true)
})

test('a browser that leaves is listened for no more, and what comes too late harms nothing', async () => {
  for (const leave of ['abort', 'cancel'] as const) {
    const { sink, listening, body, leaving } = open()
    if (leave === 'abort') leaving.abort()
    else await body.cancel()
    await settle()
    expect(listening.leave, leave).toHaveBeenCalledOnce()
    expect(sink.isReady()).toBe(false)
    sink.write('too late')
    sink.end()
  }
})

test('one that had left before it was answered is not listened for', () => {
  const listening = { drained: vi.fn(), leave: vi.fn() }
  const request = new Request('http://site/api/live', { signal: AbortSignal.abort() })
  liveStream(request, () => listening)
  expect(listening.leave).toHaveBeenCalledOnce()
})
