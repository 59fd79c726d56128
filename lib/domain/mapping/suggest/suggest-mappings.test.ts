import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalAttributes } from '../catalogue/attributes'
import { importFormats } from '../catalogue/formats'
import { recogniseFormat } from '../catalogue/recognise-format'
import { AUTO_MAP_THRESHOLD } from '../rules'
import { type Pattern, suggestionSchema } from '../schema'
import { suggestMappings } from './suggest-mappings'

type Table = Record<string, readonly string[]>

function suggest(table: Table, patterns: readonly Pattern[] = []) {
  const columns = Object.entries(table).map(([header, samples], index) => ({
    index,
    header,
    samples,
  }))
  const format = recogniseFormat(columns.map(({ header }) => header))?.format ?? null
  const suggestions = suggestMappings({ columns, format, patterns })
  return new Map(suggestions.map((suggestion) => [suggestion.header, suggestion]))
}

function attributes(
  table: Table,
  patterns: readonly Pattern[] = [],
): Record<string, string | null> {
  return Object.fromEntries(
    [...suggest(table, patterns)].map(([header, one]) => [header, one.attribute]),
  )
}

const lesson: Pattern = {
  header: 'zqx',
  attribute: 'cost_center',
  patternType: 'header_approved',
  scope: 'client',
  evidenceCount: 2,
}

test('a spreadsheet is understood in its language', () => {
  expect(
    attributes({
      Servername: ['web01', 'db02', 'app03'],
      'Arbeitsspeicher (GB)': ['8', '16', '32'],
      'IP-Adresse': ['10.0.0.1', '10.0.0.2', '10.0.0.3'],
      Anschaffungsdatum: ['15.03.2016', '01.12.2017', '24.06.2018'],
      Lieblingsessen: ['Pizza', 'Pasta', 'Salat'],
    }),
  ).toEqual({
    Servername: 'name',
    'Arbeitsspeicher (GB)': 'memory_mib',
    'IP-Adresse': 'ip_address',
    Anschaffungsdatum: 'purchase_date',
    Lieblingsessen: null,
  })
})

test('a known export is mapped without asking, column by column, with its units', () => {
  const found = suggest({
    VM: ['web01'],
    Powerstate: ['poweredOn'],
    CPUs: ['2'],
    Memory: ['4096'],
    'Provisioned MB': ['86201'],
    Host: ['esx01.example.com'],
    Heartbeat: ['green'],
  })
  expect(found.get('Memory')).toMatchObject({
    attribute: 'memory_mib',
    state: 'auto_mapped',
    sourceUnit: 'MiB',
    targetUnit: 'MiB',
  })
  expect(found.get('Provisioned MB')).toMatchObject({
    attribute: 'disk_total_gib',
    sourceUnit: 'MiB',
  })
  expect(found.get('Host')?.attribute).toBe('hypervisor_host')
  expect(found.get('Heartbeat')).toMatchObject({ attribute: null, confidence: 0 })
  expect(found.get('Heartbeat')?.reasons.join()).toContain('does not keep')
})

test('two columns of a known export feed one attribute in the declared order', () => {
  const table = {
    VM: ['a'],
    Powerstate: ['poweredOn'],
    CPUs: ['1'],
    Memory: ['1024'],
    'OS according to the configuration file': ['Ubuntu'],
    'OS according to the VMware Tools': ['Ubuntu'],
  }
  const found = suggest(table)
  const tools = found.get('OS according to the VMware Tools')
  const config = found.get('OS according to the configuration file')
  expect([tools?.attribute, tools?.priority]).toEqual(['os_name', 0])
  expect([config?.attribute, config?.priority]).toEqual(['os_name', 1])
})

test('of two columns for one attribute the better one has it, the other its second choice', () => {
  expect(attributes({ Vendor: [], Manufacturer: [] })).toEqual({
    Vendor: 'supplier',
    Manufacturer: 'manufacturer',
  })
  const found = suggest({ Computer: [], 'VM name': [] })
  expect(found.get('VM name')).toMatchObject({
    attribute: 'name',
    priority: 0,
    state: 'auto_mapped',
  })
  expect(found.get('Computer')?.state).toBe('needs_review')
})

test('values veto what the header promises', () => {
  const dates = ['2020-01-31', '2021-03-04', '2022-05-06']
  const { CPU } = attributes({ CPU: dates })
  expect(CPU).not.toBe('cpu_count')
})

test('values decide where the header says nothing', () => {
  const found = suggest({
    'Column 7': ['00:50:56:ab:cd:ef', '00:50:56:ab:cd:e0', '00:50:56:ab:cd:e1'],
  })
  expect(found.get('Column 7')).toMatchObject({ attribute: 'mac_address', state: 'needs_review' })
})

test.each([
  [['4', '8', '16'], 'GiB'],
  [['4096', '8192', '16384'], 'MiB'],
  [['8388148', '16776756'], 'KiB'],
  [['8589934592', '4294967296'], 'B'],
  [['8 GB', '16 GB'], 'GiB'],
])('bare memory %j is read as %s, and it is said', (samples, unit) => {
  const memory = suggest({ Memory: samples }).get('Memory')
  expect(memory?.sourceUnit).toBe(unit)
  expect(memory?.reasons.join()).toContain(unit)
})

test('the unit in the header goes before the magnitude', () => {
  const found = suggest({ 'Memory (MB)': ['4', '8'], 'Disk (TB)': ['1', '2'] })
  expect(found.get('Memory (MB)')?.sourceUnit).toBe('MiB')
  expect(found.get('Disk (TB)')?.sourceUnit).toBe('TiB')
})

test('an approval is used for the next file, the nearest scope first', () => {
  expect(attributes({ ZQX: ['1'] })).toEqual({ ZQX: null })
  const found = suggest({ ZQX: ['1'] }, [lesson]).get('ZQX')
  expect(found).toMatchObject({ attribute: 'cost_center', state: 'auto_mapped' })
  expect(found?.reasons[0]).toContain('approved')
  const nearer: Pattern = { ...lesson, attribute: 'rack', scope: 'engagement', evidenceCount: 1 }
  expect(attributes({ ZQX: ['1'] }, [lesson, nearer])).toEqual({ ZQX: 'rack' })
})

test('a rejected attribute is not suggested again, nor a column that was turned down as a whole', () => {
  const rejected: Pattern = {
    ...lesson,
    header: 'owner',
    attribute: 'business_owner',
    patternType: 'header_rejected',
  }
  expect(attributes({ Owner: [] })).toEqual({ Owner: 'business_owner' })
  expect(attributes({ Owner: [] }, [rejected])).not.toEqual({ Owner: 'business_owner' })
  expect(attributes({ Owner: [] }, [{ ...rejected, attribute: null }])).toEqual({ Owner: null })
  expect(
    attributes({ Owner: [] }, [{ ...rejected, attribute: null, patternType: 'header_approved' }]),
  ).toEqual({
    Owner: null,
  })
})

test('headers that object prototypes have are columns like any other', () => {
  const columns = ['__proto__', 'constructor', 'hasOwnProperty', ''].map((header, index) => ({
    index,
    header,
    samples: ['1'],
  }))
  const found = suggestMappings({ columns, format: null, patterns: [] })
  expect(found.map(({ header, attribute }) => [header, attribute])).toEqual([
    ['__proto__', null],
    ['constructor', null],
    ['hasOwnProperty', null],
    ['', null],
  ])
})

const vocabulary = [
  ...importFormats.flatMap((format) => Object.keys(format.headers)),
  'Arbeitsspeicher',
  'Owner',
  'Cores',
  'Host',
  'Server',
  'xyz',
]
const column = fc.record({
  header: fc.oneof(fc.constantFrom(...vocabulary), fc.string({ unit: 'grapheme', maxLength: 20 })),
  samples: fc.array(fc.oneof(fc.string({ maxLength: 12 }), fc.nat().map(String), fc.ipV4()), {
    maxLength: 6,
  }),
})

test('every answer is well formed, about an attribute that exists', () => {
  const names = new Set(canonicalAttributes.map(({ name }) => name))
  fc.assert(
    fc.property(fc.array(column, { maxLength: 12 }), (drawn) => {
      const columns = drawn.map((one, index) => ({ ...one, index }))
      const found = suggestMappings({ columns, format: null, patterns: [] })
      expect(found.map(({ columnIndex }) => columnIndex)).toEqual(columns.map(({ index }) => index))
      for (const suggestion of found) {
        suggestionSchema.parse(suggestion)
        expect(suggestion.reasons.length).toBeGreaterThan(0)
        expect(suggestion.attribute === null || names.has(suggestion.attribute)).toBe(true)
        expect(suggestion.state === 'auto_mapped').toBe(suggestion.confidence >= AUTO_MAP_THRESHOLD)
      }
    }),
    { numRuns: 60 },
  )
})

test('the order of the columns changes no answer', () => {
  const distinct = fc.uniqueArray(column, {
    minLength: 2,
    maxLength: 12,
    selector: ({ header }) => header.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''),
  })
  fc.assert(
    fc.property(distinct, fc.infiniteStream(fc.nat()), (drawn, keys) => {
      const columns = drawn.map((one, index) => ({ ...one, index }))
      const shuffled = columns
        .map((one) => ({ one, key: keys.next().value }))
        .sort((left, right) => left.key - right.key)
        .map(({ one }) => one)
      const answer = (of: typeof columns) =>
        suggestMappings({ columns: of, format: null, patterns: [] })
          .map(({ columnIndex, attribute, confidence }) => [columnIndex, attribute, confidence])
          .sort((left, right) => Number(left[0]) - Number(right[0]))
      expect(answer(shuffled)).toEqual(answer(columns))
    }),
    { numRuns: 60 },
  )
})
