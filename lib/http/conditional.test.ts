import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CurrentState, type Decision, decideConditions } from './conditional'

const present: CurrentState = { existence: 'present', etag: { weak: true, opaque: 'now' } }
const versioned: CurrentState = { existence: 'present', etag: { weak: false, opaque: '7' } }
const absent: CurrentState = { existence: 'absent', etag: null }
const unknown: CurrentState = { ...present, existence: 'unknown' }
const unvalidated: CurrentState = { existence: 'present', etag: null }

const past = 'Sat, 29 Oct 1994 19:43:31 GMT'
const future = 'Fri, 29 Oct 2094 19:43:31 GMT'

test.each<[string, Record<string, string>, CurrentState, Decision]>([
  ['no condition', {}, present, 'proceed'],
  ['the present tag', { 'if-none-match': 'W/"now"' }, present, 'notModified'],
  ['the present tag said to be strong', { 'if-none-match': '"now"' }, present, 'notModified'],
  ['one of a list', { 'if-none-match': '"x", W/"now"' }, present, 'notModified'],
  ['none of a list', { 'if-none-match': '"x", W/"y"' }, present, 'proceed'],
  ['an empty list', { 'if-none-match': '' }, present, 'proceed'],
  ['any', { 'if-none-match': '*' }, present, 'notModified'],
  ['a malformed list with the present tag', { 'if-none-match': 'W/"now", x' }, present, 'proceed'],
  ['any of something missing', { 'if-none-match': '*' }, absent, 'proceed'],
  ['any of something never seen', { 'if-none-match': '*' }, unknown, 'proceed'],
  ['the tag of something never seen', { 'if-none-match': 'W/"now"' }, unknown, 'proceed'],
  ['any without a validator', { 'if-none-match': '*' }, unvalidated, 'proceed'],
  ['a tag without a validator', { 'if-none-match': 'W/"now"' }, unvalidated, 'proceed'],
  ['a date alone', { 'if-modified-since': future }, present, 'proceed'],
  [
    'an old tag beside a date that would hold',
    { 'if-none-match': '"x"', 'if-modified-since': future },
    present,
    'proceed',
  ],
  [
    'the present tag beside a date that would not',
    { 'if-none-match': 'W/"now"', 'if-modified-since': past },
    present,
    'notModified',
  ],
  ['an earlier date of a write', { 'if-unmodified-since': past }, present, 'proceed'],
  ['If-Match with the present weak tag', { 'if-match': 'W/"now"' }, present, 'preconditionFailed'],
  ['If-Match with any', { 'if-match': '*' }, present, 'proceed'],
  ['If-Match with the present strong tag', { 'if-match': '"7"' }, versioned, 'proceed'],
  ['If-Match of something missing', { 'if-match': '"7"' }, absent, 'proceed'],
  [
    'If-Match that fails beside If-None-Match that would be a 304',
    { 'if-match': '"6"', 'if-none-match': '"7"' },
    versioned,
    'preconditionFailed',
  ],
  [
    'If-Match that holds beside If-None-Match',
    { 'if-match': '"7"', 'if-none-match': '"7"' },
    versioned,
    'notModified',
  ],
])('reading with %s', (_, headers, current, decision) => {
  expect(decideConditions('GET', new Headers(headers), current)).toBe(decision)
  expect(decideConditions('HEAD', new Headers(headers), current)).toBe(decision)
})

test.each<[string, Record<string, string>, CurrentState, Decision]>([
  ['no condition', {}, versioned, 'proceed'],
  ['the version it saw', { 'if-match': '"7"' }, versioned, 'proceed'],
  ['one of the versions it saw', { 'if-match': '"6", "7"' }, versioned, 'proceed'],
  ['an older version', { 'if-match': '"6"' }, versioned, 'preconditionFailed'],
  ['its version said to be weak', { 'if-match': 'W/"7"' }, versioned, 'preconditionFailed'],
  ['a weak validator', { 'if-match': 'W/"now"' }, present, 'preconditionFailed'],
  ['any version', { 'if-match': '*' }, versioned, 'proceed'],
  ['any version of what is missing', { 'if-match': '*' }, absent, 'preconditionFailed'],
  ['any version of who knows what', { 'if-match': '*' }, unknown, 'preconditionFailed'],
  ['a malformed guard', { 'if-match': '7' }, versioned, 'preconditionFailed'],
  ['an empty guard', { 'if-match': '' }, versioned, 'preconditionFailed'],
  ['a version when none is known', { 'if-match': '"7"' }, unvalidated, 'preconditionFailed'],
  ['only if it is new', { 'if-none-match': '*' }, absent, 'proceed'],
  ['only if it is new, and it is not', { 'if-none-match': '*' }, versioned, 'preconditionFailed'],
  ['only if it is new, who knows', { 'if-none-match': '*' }, unknown, 'preconditionFailed'],
  ['not this version', { 'if-none-match': 'W/"7"' }, versioned, 'preconditionFailed'],
  ['not that version', { 'if-none-match': '"6"' }, versioned, 'proceed'],
  ['not a malformed one', { 'if-none-match': '6' }, versioned, 'preconditionFailed'],
  [
    'its version, and not its version',
    { 'if-match': '"7"', 'if-none-match': '"7"' },
    versioned,
    'preconditionFailed',
  ],
])('writing with %s', (_, headers, current, decision) => {
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
    expect(decideConditions(method, new Headers(headers), current)).toBe(decision)
  }
})

test('methods that touch no representation have no conditions', () => {
  const headers = new Headers({ 'if-none-match': '*', 'if-match': '"x"' })
  for (const method of ['OPTIONS', 'TRACE', 'PROPFIND', 'get']) {
    expect(decideConditions(method, headers, present)).toBe('proceed')
  }
})

const tags = fc.constantFrom('"a"', 'W/"a"', '"b"', 'W/"b"', '*', 'a', '')
const lists = fc.array(tags, { maxLength: 3 }).map((all) => all.join(', '))
const dates = fc.constantFrom(past, future)
const conditions = fc.record(
  {
    'if-match': fc.oneof({ weight: 4, arbitrary: lists }, dates),
    'if-none-match': fc.oneof({ weight: 4, arbitrary: lists }, dates),
    'if-modified-since': dates,
    'if-unmodified-since': dates,
  },
  { requiredKeys: [] },
)
const etags = fc.record({ weak: fc.boolean(), opaque: fc.constantFrom('a', 'b') })
const states = fc.record({
  existence: fc.constantFrom<CurrentState['existence']>('present', 'present', 'absent', 'unknown'),
  etag: fc.option(etags),
})
const methods = fc.oneof(
  fc.constantFrom('GET', 'HEAD'),
  fc.constantFrom('POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'),
)

test('a 304 is for reading something that is there, with a validator, asked for by a tag', () => {
  let times = 0
  fc.assert(
    fc.property(methods, conditions, states, (method, headers, state) => {
      if (decideConditions(method, new Headers(headers), state) !== 'notModified') return
      times += 1
      expect(['GET', 'HEAD']).toContain(method)
      expect(state.existence).toBe('present')
      expect(state.etag).not.toBeNull()
      expect(headers['if-none-match']).toMatch(new RegExp(`^\\*$|"${state.etag?.opaque}"`))
    }),
    { numRuns: 10_000 },
  )
  expect(times).toBeGreaterThan(50)
})

test('dates change nothing', () => {
  fc.assert(
    fc.property(methods, conditions, states, (method, headers, state) => {
      const undated = new Headers(headers)
      undated.delete('if-modified-since')
      undated.delete('if-unmodified-since')
      expect(decideConditions(method, new Headers(headers), state)).toBe(
        decideConditions(method, undated, state),
      )
    }),
  )
})

test('a write that does not know what is there is refused as soon as it has a tag', () => {
  const writes = fc.constantFrom('POST', 'PUT', 'PATCH', 'DELETE')
  fc.assert(
    fc.property(writes, conditions, (method, headers) => {
      const decision = decideConditions(method, new Headers(headers), unknown)
      const guards = [
        headers['if-match'] !== undefined,
        /[*a-z"]/i.test(headers['if-none-match'] ?? ''),
      ]
      expect(decision).toBe(guards.includes(true) ? 'preconditionFailed' : 'proceed')
    }),
  )
})
