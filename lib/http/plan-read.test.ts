import fc from 'fast-check'
import { expect, test } from 'vitest'
import { planRead } from './plan-read'
import { answerVary } from './representation'

type Asked = Parameters<typeof planRead>[0]

const etag = { weak: true, opaque: 'now' }
const asked: Asked = {
  method: 'GET',
  headers: new Headers({ 'if-none-match': 'W/"now"', cookie: 'a=b' }),
  route: { caching: { kind: 'personal', legacySeconds: 120 }, answers304: 'always' },
  representation: { kind: 'data', name: 'data' },
  path: 'new',
  validator: { etag },
  isThere: true,
  now: new Date('2026-11-21T14:15:00Z'),
}
const ifNoneMatch = (value: string) => new Headers({ 'if-none-match': value })

function answerOf(more: Partial<Asked> = {}): Response {
  const plan = planRead({ ...asked, ...more })
  if (plan.kind !== 'answer') throw new Error('the handler runs')
  return plan.response
}

function headersOf(more: Partial<Asked>): Record<string, string> {
  const plan = planRead({ ...asked, ...more })
  if (plan.kind !== 'proceed') throw new Error(`answered with ${plan.response.status}`)
  return plan.headers
}

test.each(['GET', 'HEAD'])(
  '%s of what the asker has is a 304 with these headers alone',
  (method) => {
    const answer = answerOf({ method })
    expect(answer.status).toBe(304)
    expect(answer.body).toBeNull()
    expect(Object.fromEntries(answer.headers)).toEqual({
      'cache-control': 'private, no-cache',
      'cache-status': 'Portolan; hit; detail=validator',
      date: 'Sat, 21 Nov 2026 14:15:00 GMT',
      etag: 'W/"now"',
      vary: answerVary,
    })
  },
)

test('a whole answer says what its 304 would', () => {
  const whole = headersOf({ headers: ifNoneMatch('W/"then"') })
  expect(whole).toEqual({
    'Cache-Control': 'private, no-cache',
    'Cache-Status': 'Portolan; fwd=stale; detail=validator',
    ETag: 'W/"now"',
    Vary: answerVary,
  })
  const { headers } = answerOf()
  for (const name of ['Cache-Control', 'ETag', 'Vary']) expect(headers.get(name)).toBe(whole[name])
})

test('what is fetched ahead has no validator', () => {
  const ahead = headersOf({ representation: { kind: 'prefetch', name: 'prefetch' } })
  expect(ahead).not.toHaveProperty('ETag')
})

test('what may not be there is no 304, whatever the asker has', () => {
  for (const value of ['W/"now"', '*']) {
    const headers = ifNoneMatch(value)
    expect(headersOf({ isThere: false, headers })).toMatchObject({ ETag: 'W/"now"' })
  }
})

test.each<[string, Partial<Asked>, string, string]>([
  ['a fence', { validator: { etag: null, why: 'fence' } }, 'private, no-cache', 'fence'],
  ['Redis', { validator: { etag: null, why: 'unreachable' } }, 'private, no-cache', 'breaker'],
  [
    'a fact never seen',
    { validator: { etag: null, why: 'unseen' } },
    'private, no-cache',
    'unseen',
  ],
  ['the old path', { path: 'legacy' }, 'private, max-age=120', 'legacy'],
  [
    'its policy',
    { route: { ...asked.route, answers304: 'never' } },
    'private, no-cache',
    'unvalidated',
  ],
])('no validator because of %s', (_, more, control, detail) => {
  for (const value of ['W/"now"', '*']) {
    expect(headersOf({ ...more, headers: ifNoneMatch(value) })).toEqual({
      'Cache-Control': control,
      'Cache-Status': `Portolan; fwd=bypass; detail=${detail}`,
      Vary: answerVary,
    })
  }
})

test('a condition that does not hold is told so', async () => {
  const answer = answerOf({ headers: new Headers({ 'if-match': '"then"' }) })
  expect(answer.status).toBe(412)
  expect(await answer.json()).toMatchObject({ error: { code: 'precondition_failed' } })
})

const sometimes = fc.constantFrom
const anything: fc.Arbitrary<Asked> = fc.record({
  method: sometimes('GET', 'HEAD'),
  headers: sometimes('W/"now"', '"now", "x"', '*', 'W/"then"', 'x', '').map(ifNoneMatch),
  route: fc.record({
    caching: fc.constant(asked.route.caching),
    answers304: sometimes<Asked['route']['answers304']>('always', 'ifThere', 'never'),
  }),
  representation: sometimes<Asked['representation']>(
    { kind: 'document', name: 'document' },
    { kind: 'data', name: 'data' },
  ),
  path: sometimes<Asked['path']>('new', 'new', 'legacy'),
  validator: sometimes<Asked['validator']>({ etag }, { etag }, { etag: null, why: 'fence' }),
  isThere: fc.boolean(),
  now: fc.constant(asked.now),
})

test('a 304 is given for what may have one, and stands for what would be sent', () => {
  let times = 0
  fc.assert(
    fc.property(anything, (some) => {
      const plan = planRead(some)
      if (plan.kind === 'proceed') return
      times += 1
      expect(plan.response.status).toBe(304)
      expect([some.path, some.validator.etag]).toEqual(['new', etag])
      expect(some.route.answers304).not.toBe('never')
      expect(some.isThere).toBe(true)
      const whole = headersOf({ ...some, headers: new Headers() })
      for (const name of ['Cache-Control', 'ETag', 'Vary']) {
        expect(plan.response.headers.get(name)).toBe(whole[name])
      }
    }),
    { numRuns: 2000 },
  )
  expect(times).toBeGreaterThan(50)
})
