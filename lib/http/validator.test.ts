import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clientNamespace, encodeTag } from '@/lib/base/tag'
import { formatTag, isSettled } from '@/lib/cache/protocol'
import { printEntityTag } from './entity-tag'
import { createValidators, type ValidatedRequest } from './validator'

const settings = { key: Buffer.from('of this test'), buildId: 'build', isSettled }
const validatorOf = createValidators(settings)
const namespace = clientNamespace('acme')
const tags = [encodeTag(namespace, 'asset', 'list'), encodeTag(namespace, 'flow', 'list')]
const request: ValidatedRequest = {
  address: '/acme/erp/inventory?page=2',
  representation: 'document',
  scope: { userId: 'u1', role: 'viewer', sessionVersion: 3, locale: 'en', flagDigest: 'f' },
  tags,
}
const versions = ['1:1:a', '2:1:b']

function printed(asked: ValidatedRequest, known: readonly (string | null)[], made = validatorOf) {
  const { etag } = made(asked, known)
  return etag && printEntityTag(etag)
}

test('two processes agree', () => {
  const other = createValidators({ ...settings, key: Buffer.from('of this test') })
  expect(printed(request, versions)).toMatch(/^W\/"[\w-]{22}"$/)
  expect(printed({ ...request, tags: [...tags] }, [...versions], other)).toBe(
    printed(request, versions),
  )
})

test('whatever the answer depends on changes it', () => {
  const { scope } = request
  const others: [ValidatedRequest, string[]][] = [
    [request, ['1:2:a', '2:1:b']],
    [request, ['1:1:a', '2:2:b']],
    [request, ['2:1:b', '1:1:a']],
    [{ ...request, tags: [...tags.slice(1), encodeTag(namespace, 'issue', 'list')] }, versions],
    [{ ...request, address: '/acme/erp/inventory?page=3' }, versions],
    [{ ...request, representation: 'data' }, versions],
    [{ ...request, scope: { ...scope, userId: 'u2' } }, versions],
    [{ ...request, scope: { ...scope, userId: null } }, versions],
    [{ ...request, scope: { ...scope, role: 'manager' } }, versions],
    [{ ...request, scope: { ...scope, sessionVersion: 4 } }, versions],
    [{ ...request, scope: { ...scope, locale: 'de' } }, versions],
    [{ ...request, scope: { ...scope, flagDigest: 'g' } }, versions],
  ]
  const made = [
    printed(request, versions),
    ...others.map(([asked, known]) => printed(asked, known)),
    printed(request, versions, createValidators({ ...settings, buildId: 'next build' })),
    printed(request, versions, createValidators({ ...settings, key: Buffer.from('another') })),
  ]
  expect(made).not.toContain(null)
  expect(new Set(made).size).toBe(made.length)
})

test('nothing of what it is made of can be read from it', () => {
  expect(printed(request, versions)).not.toMatch(/u1|viewer|1:1|asset/)
})

test('there is none while a fact is being changed, is missing, or nobody could say', () => {
  const fenced = formatTag({ version: '2:1:b', fences: [{ id: 'f', deadline: 9 }] })
  expect(validatorOf(request, ['1:1:a', fenced])).toEqual({ etag: null, why: 'fence' })
  expect(validatorOf(request, ['1:1:a', null])).toEqual({ etag: null, why: 'unseen' })
  expect(validatorOf(request, [fenced, null])).toEqual({ etag: null, why: 'unseen' })
  expect(validatorOf(request, null)).toEqual({ etag: null, why: 'unreachable' })
  expect(validatorOf({ ...request, tags: [] }, [])).toEqual({ etag: null, why: 'unknown' })
})

test('versions of other tags are a mistake, not a validator', () => {
  expect(() => validatorOf(request, ['1:1:a'])).toThrow(RangeError)
})

test('what moves from one part to the next changes it', () => {
  const [first = '', second = ''] = versions
  for (const separator of [',', '","', ':', '\0', '']) {
    const joined = { ...request, address: `a${separator}b`, representation: 'c' }
    const parted = { ...request, address: 'a', representation: `b${separator}c` }
    expect(printed(joined, versions)).not.toBe(printed(parted, versions))
    const one = printed(request, [`${first}${separator}x`, second])
    expect(one).not.toBe(printed(request, [first, `x${separator}${second}`]))
  }
})

test('no two requests share a validator', () => {
  // Few letters, so that parts are often the same.
  const text = fc.string({ unit: fc.constantFrom('a', '"', ','), maxLength: 2 })
  const asked = fc.record({ address: text, representation: text, userId: text, version: text })
  type Asked = Record<'address' | 'representation' | 'userId' | 'version', string>
  const make = ({ userId, version, ...rest }: Asked) =>
    printed({ ...request, ...rest, scope: { ...request.scope, userId } }, [version, version])
  fc.assert(
    fc.property(asked, asked, (one, other) => {
      const same = (Object.keys(one) as (keyof Asked)[]).every((part) => one[part] === other[part])
      expect(make(one) === make(other)).toBe(same)
    }),
    { numRuns: 2000 },
  )
})
