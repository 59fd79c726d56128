import { expect, test } from 'vitest'
import { measureOf } from '../convert/quantities'
import { convertUnit } from '../convert/units'
import { attributeByName, canonicalAttributes } from './attributes'
import { formatById, importFormats } from './formats'
import { columnOfFormat, recogniseFormat } from './recognise-format'

test('every attribute of the catalogue is typed, and enumerations list their values', () => {
  expect(canonicalAttributes).toHaveLength(181)
  for (const { type, enumValues } of canonicalAttributes) {
    expect(enumValues !== null).toBe(type === 'enum')
  }
  expect(attributeByName('memory_mib')).toMatchObject({
    label: 'Memory',
    unit: 'MiB',
    type: 'integer',
  })
})

test('an attribute that object prototypes happen to have is not there', () => {
  expect(attributeByName('constructor')).toBeUndefined()
  expect(attributeByName('__proto__')).toBeUndefined()
})

test.each(importFormats.map((format) => [format.id, format] as const))(
  '%s only speaks of what exists',
  (_, format) => {
    const columns = { ...format.alsoKnown, ...format.headers }
    const headers = Object.keys(columns)
    for (const attribute of Object.values(columns)) {
      if (attribute !== null) expect(attributeByName(attribute)?.name).toBe(attribute)
    }
    const mentioned = [
      ...Object.keys(format.units),
      ...Object.keys(format.priorities),
      ...(format.parentColumns ?? []),
      ...format.required,
    ]
    expect(mentioned.filter((header) => !headers.includes(header))).toEqual([])
    for (const [header, unit] of Object.entries(format.units)) {
      const attribute = attributeByName(format.headers[header] ?? '')
      expect(attribute && convertUnit(1, unit, measureOf(attribute) ?? '')).not.toBeNull()
    }
    for (const reference of [format.parent, format.childKey]) {
      if (reference) expect(format.headers[reference.column]).toBe(reference.attribute)
    }
    expect(format.grain === 'asset').toBe(format.childKey === undefined)
    expect(format.source).not.toBe('')
  },
)

test('two columns of one format for one single-valued attribute have an order', () => {
  const format = formatById('rvtools-4-vinfo')
  expect(format?.priorities['OS according to the VMware Tools']).toBe(0)
  expect(format?.priorities['OS according to the configuration file']).toBe(1)
})

test.each(importFormats.map((format) => [format.id, format] as const))(
  '%s is recognised by its own headers',
  (_, format) => {
    expect(recogniseFormat(Object.keys(format.headers))?.format.id).toBe(format.id)
  },
)

test('a part of an export is still recognised, with what share of the file is known', () => {
  const found = recogniseFormat([
    'VM',
    'Powerstate',
    'CPUs',
    'Memory',
    'Host',
    'Cluster',
    'Price',
    'Team',
  ])
  expect(found?.format.id).toMatch(/^rvtools-\d-vinfo$/)
  expect(found?.coverage).toBeCloseTo(0.75)
})

test('everyday words and hostile headers are no format', () => {
  expect(recogniseFormat(['name', 'status', 'location', 'serial', 'description'])).toBeNull()
  expect(recogniseFormat(['__proto__', 'constructor', 'toString'])).toBeNull()
  expect(recogniseFormat([])).toBeNull()
})

test('every column of a numbered series is known from its first', () => {
  const format = formatById('azure-migrate-csv-template')
  if (!format) throw new Error('the format is missing')
  expect(columnOfFormat(format, 'Disk 7 size (In GB)')?.attribute).toBe('disk_size_gib')
  expect(columnOfFormat(format, 'Server name')?.attribute).toBe('name')
  expect(columnOfFormat(format, 'constructor')).toBeUndefined()
})
