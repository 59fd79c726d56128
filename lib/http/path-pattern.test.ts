import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createPathTable } from './path-pattern'

const tableOf = (...patterns: string[]) =>
  createPathTable(patterns.map((pattern) => ({ pattern, entry: pattern })))

test('a path is found by its pattern, with what stands in its places', () => {
  const table = tableOf('/:client/:engagement/flows/:flowId')
  expect(table.find('/acme/erp/flows/f%20%C3%BC1')).toEqual({
    entry: '/:client/:engagement/flows/:flowId',
    parameters: { client: 'acme', engagement: 'erp', flowId: 'f ü1' },
  })
})

test.each([
  '/acme/flows/',
  '/acme/',
  '/acme/flows/1/2',
  '//flows/1',
  '/acme/%66lows/1',
  '/a/flows/%',
])('%s is no path of the table', (path) => {
  expect(tableOf('/:client/flows/:flowId', '/').find(path)).toBeNull()
})

test('two patterns of the same paths are refused', () => {
  expect(() => tableOf('/:a/x', '/y', '/:b/x')).toThrow(RangeError)
})

test('among those that fit, the one with the leftmost fixed part is found', () => {
  const parts = fc.constantFrom('a', 'b', ':p')
  const patterns = fc.uniqueArray(
    fc.array(parts, { minLength: 1, maxLength: 3 }).map((all) => `/${all.join('/')}`),
    { minLength: 1, maxLength: 12 },
  )
  const paths = fc
    .array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 3 })
    .map((all) => `/${all.join('/')}`)
  const isFit = (pattern: string, path: string) =>
    new RegExp(`^${pattern.replaceAll(':p', '[^/]+')}$`).test(path)
  // A name is written as the highest letter, so that the order of texts is the order of choice.
  const rank = (pattern: string) => pattern.replaceAll(':p', '~')
  fc.assert(
    fc.property(patterns, paths, (all, path) => {
      const fitting = all.filter((pattern) => isFit(pattern, path))
      const best = fitting.sort((one, other) => (rank(one) < rank(other) ? -1 : 1))[0] ?? null
      expect(tableOf(...all).find(path)?.entry ?? null).toBe(best)
    }),
    { numRuns: 2000 },
  )
})
