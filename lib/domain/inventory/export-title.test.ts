import { expect, test } from 'vitest'
import { canonicalAttributes } from '../mapping/catalogue/attributes'
import { suggestMappings } from '../mapping/suggest/suggest-mappings'
import { exportTitle } from './export-title'

// A dependency joins two assets and is no property of one, so no asset is exported with them.
const exported = canonicalAttributes.filter(({ group }) => group !== 'dependency')

test('no two attributes have the same title', () => {
  expect(new Set(exported.map(({ name }) => exportTitle(name))).size).toBe(exported.length)
})

test('the mapping engine reads every title as its attribute, in its unit', () => {
  const columns = exported.map(({ name }, index) => ({
    index,
    header: exportTitle(name),
    samples: [],
  }))
  const suggestions = suggestMappings({ columns, format: null, patterns: [] })
  const wrong = suggestions.filter(
    ({ columnIndex, attribute, sourceUnit, targetUnit }) =>
      attribute !== exported[columnIndex]?.name || sourceUnit !== targetUnit,
  )
  expect(wrong.map(({ header, attribute, sourceUnit }) => [header, attribute, sourceUnit])).toEqual(
    [],
  )
})
