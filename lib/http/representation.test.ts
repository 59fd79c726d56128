import { expect, test } from 'vitest'
import { representationOf } from './representation'

const page = '/acme/erp/inventory'
const asked = (headers: Record<string, string>, path = page) =>
  representationOf(path, new Headers(headers))

test.each<[string, Record<string, string>, string]>([
  ['a browser', { accept: 'text/html' }, 'document'],
  ['the router', { rsc: '1', 'next-router-state-tree': 'a' }, 'payload'],
  ['the router ahead of time', { rsc: '1', 'next-router-prefetch': '1' }, 'prefetch'],
  ['the router for a part', { rsc: '1', 'next-router-segment-prefetch': '/_tree' }, 'prefetch'],
  ['a browser ahead of time', { 'sec-purpose': 'prefetch;prerender' }, 'prefetch'],
  ['an older browser ahead of time', { purpose: 'prefetch' }, 'prefetch'],
])('%s', (_, headers, kind) => {
  expect(asked(headers).kind).toBe(kind)
})

test('the API answers with data, whatever the headers say', () => {
  expect(asked({ rsc: '1', purpose: 'prefetch' }, '/api/me').kind).toBe('data')
})

test('every choice of a payload is a form of its own', () => {
  const choices: Record<string, string>[] = [
    {},
    { rsc: '1' },
    { rsc: '2' },
    { rsc: '1', 'next-router-state-tree': 'a' },
    { rsc: '1', 'next-router-state-tree': 'b' },
    { rsc: '1', 'next-url': 'a' },
    { rsc: '1', 'next-hmr-refresh': '1' },
    { 'next-router-state-tree': 'a' },
  ]
  const names = choices.map((headers) => asked(headers).name)
  expect(new Set([...names, asked({}, '/api/me').name]).size).toBe(names.length + 1)
})
