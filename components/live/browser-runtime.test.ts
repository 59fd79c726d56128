import { afterEach, expect, test, vi } from 'vitest'
import { browserRuntime } from './browser-runtime'

afterEach(() => vi.unstubAllGlobals())

type Request = (name: string, options: object, hold: () => Promise<void>) => Promise<void>

/** Asks for the lead in a browser with such locks, as a tab does that asks again when it lost it. */
async function askForLead(request: Request | null) {
  vi.stubGlobal('navigator', request ? { locks: { request } } : {})
  const told = { begun: 0, lost: 0 }
  let resign = () => {}
  const ask = () => {
    resign = browserRuntime().lead(
      'tabs',
      false,
      () => {
        told.begun += 1
      },
      () => {
        told.lost += 1
        if (told.lost < 100) ask()
      },
    )
  }
  ask()
  await new Promise((resolve) => setImmediate(resolve))
  return { told, resign: () => resign() }
}

test.each([
  ['that has none', null],
  ['that denies them', () => Promise.reject(new DOMException('Denied', 'SecurityError'))],
])('a tab leads by itself in a browser %s, and does not ask again', async (_, request) => {
  const { told } = await askForLead(request)
  expect(told).toEqual({ begun: 1, lost: 0 })
})

test('a tab whose lead was taken away hears of it, and one that gave it back does not', async () => {
  let steal = () => {}
  const request = vi.fn<Request>((_, __, hold) => {
    if (request.mock.calls.length > 1) return hold()
    const held = hold()
    const stolen = new Promise<void>((_, reject) => {
      steal = () => reject(new DOMException('Stolen', 'AbortError'))
    })
    return Promise.race([held, stolen])
  })
  const { told, resign } = await askForLead(request)
  expect(told).toEqual({ begun: 1, lost: 0 })
  steal()
  await vi.waitFor(() => expect(told).toEqual({ begun: 2, lost: 1 }))
  resign()
  await expect(request.mock.results[1]?.value).resolves.toBeUndefined()
  expect(told.lost).toBe(1)
})

test('a tab that waits for the lead and leaves is not told that it lost it', async () => {
  const request: Request = (_, options, __) =>
    new Promise((_, reject) => {
      const { signal } = options as { signal: AbortSignal }
      signal.addEventListener('abort', () => reject(signal.reason))
    })
  const { told, resign } = await askForLead(request)
  resign()
  await new Promise((resolve) => setImmediate(resolve))
  expect(told).toEqual({ begun: 0, lost: 0 })
})
