import { expect, test } from 'vitest'
import { isRender, requestKind } from './request-kind'

test.each([
  ['a page', '/acme/erp', {}, 'document'],
  ['a page by the router', '/acme/erp', { rsc: '1' }, 'payload'],
  ['a page ahead of time', '/acme/erp', { rsc: '1', 'next-router-prefetch': '1' }, 'prefetch'],
  [
    'a part ahead of time',
    '/acme/erp',
    { rsc: '1', 'next-router-segment-prefetch': '/_tree' },
    'prefetch',
  ],
  ['an action', '/acme/erp', { rsc: '1', 'next-action': '7f' }, 'action'],
  ['data', '/api/me', {}, 'data'],
  ['the stream', '/api/live/acme/erp', {}, 'stream'],
  ['a script', '/_next/static/chunks/a.js', {}, 'file'],
  ['an icon', '/icon.svg', {}, 'file'],
])('%s is told by what its request says', (_, path, headers, kind) => {
  expect(requestKind(path, headers)).toBe(kind)
})

test('a page ran unless it was not modified or led elsewhere', () => {
  expect(isRender('document', 200)).toBe(true)
  expect(isRender('document', 404)).toBe(true)
  expect(isRender('document', 304)).toBe(false)
  expect(isRender('document', 307)).toBe(false)
  expect(isRender('action', 303)).toBe(true)
  expect(isRender('data', 200)).toBe(false)
  expect(isRender('file', 200)).toBe(false)
})
