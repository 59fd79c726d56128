import { expect, test } from 'vitest'
import { auditSearchOf } from './audit-search'

const now = new Date('2026-11-21T12:00:00Z')

test('an address says what is looked for', () => {
  const after = crypto.randomUUID()
  const params = { person: ' Ada ', action: 'user.signed_in', client: 'acme', since: 'hour' }
  expect(auditSearchOf({ ...params, cursor: after }, now)).toEqual({
    person: 'Ada',
    action: 'user.signed_in',
    client: 'acme',
    from: '2026-11-21T11:00:00.000Z',
    after,
  })
})

test('what an address says wrongly narrows nothing', () => {
  const params = {
    action: 'constructor',
    since: '__proto__',
    cursor: "' or 1=1",
    person: ['a', 'b'],
  }
  expect(auditSearchOf(params, now)).toEqual({
    person: '',
    action: null,
    client: null,
    from: null,
    after: null,
  })
})
