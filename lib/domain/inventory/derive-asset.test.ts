import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { SourcedValue } from '@/db/schema'
import { deriveAsset, noComponents, type StoredSource } from './derive-asset'

type Plain = Record<string, SourcedValue['value']>

let made = 0

function source(values: Plain, more: Partial<StoredSource> = {}): StoredSource {
  made += 1
  const sourced = Object.entries(values).map(([name, value]) => [name, { value, raw: `${value}` }])
  return {
    id: String(made).padStart(6, '0'),
    assetId: 'asset',
    kind: 'import',
    dataImportId: `import ${made}`,
    sourceKey: 'columns:a',
    sourceName: 'a.csv',
    matchedBy: null,
    digest: String(made),
    values: Object.fromEntries(sourced),
    ...more,
  }
}

const partSheet = { sourceKey: 'rvtools-vnetwork' }
const derive = (sources: StoredSource[], totals = noComponents) =>
  deriveAsset('asset', sources, totals)

test('the newest import wins, attribute by attribute', () => {
  const { attributes } = derive([
    source({ name: 'x', cpu_count: 2, business_owner: 'Ada' }),
    source({ name: 'x', cpu_count: 4 }),
  ])
  expect(attributes).toMatchObject({ cpu_count: 4, business_owner: 'Ada' })
})

test('a correction comes before every import, also before a newer one', () => {
  const corrected = source({ os_name: 'Ubuntu' }, { kind: 'correction' })
  const { attributes } = derive([corrected, source({ name: 'x', os_name: 'ubunut' })])
  expect(attributes).toMatchObject({ os_name: 'Ubuntu', os_family: 'linux' })
})

test('a correction clears a value, and what would be derived in its place', () => {
  const { attributes } = derive(
    [
      source({ name: 'x', os_name: 'N/A', nic_count: 3 }),
      source({ os_name: null, os_family: null, nic_count: null }, { kind: 'correction' }),
    ],
    { ...noComponents, networkCards: 2 },
  )
  expect(Object.keys(attributes)).toEqual(['name'])
})

test('what rows about parts repeat fills only what is missing', () => {
  const { attributes } = derive([
    source({ name: 'x', power_state: 'on' }),
    source({ name: 'x', power_state: 'off', cluster: 'c1' }, partSheet),
  ])
  expect(attributes).toMatchObject({ power_state: 'on', cluster: 'c1' })
})

test('parts add up to a total only where none is reported', () => {
  const totals = { diskCount: 2, diskGib: 30, partitionGib: 25, networkCards: 1 }
  expect(derive([source({ name: 'x' })], totals).attributes).toMatchObject({
    disk_total_gib: 30,
    disk_count: 2,
    nic_count: 1,
  })
  expect(
    derive([source({ name: 'x', disk_total_gib: 50, nic_count: 4 })], totals).attributes,
  ).toMatchObject({ disk_total_gib: 50, nic_count: 4 })
})

test('columns, name key and search text follow from the attributes', () => {
  const state = derive([
    source({
      name: ' Web  01 ',
      asset_type: 'server',
      memory_mib: 2048,
      cpu_count: 2.5,
      ip_address: ['10.0.0.1', '10.0.0.2'],
      uuid: 'never searched',
      description: 'long words',
    }),
  ])
  expect(state).toMatchObject({
    assetType: 'server',
    name: 'Web  01',
    nameKey: 'web 01',
    memoryMib: 2048,
    cpuCount: null,
    weaklyMatched: false,
  })
  expect(state.searchText).toBe('web 01 10.0.0.1 10.0.0.2')
})

test('an asset without a name is called by an address or an id', () => {
  expect(derive([source({ ip_address: ['10.0.0.9'] })]).name).toBe('10.0.0.9')
  expect(derive([source({ serial_number: 'S1' })]).name).toBe('S1')
  expect(derive([source({ fqdn: 'web01.corp.example' })]).name).toBe('web01')
})

test('sources of different families that share only the name make a weak match', () => {
  const cmdb = source({ name: 'x', serial_number: 'S1' })
  const vmware = source({ name: 'X' }, { sourceKey: 'rvtools-3-vinfo' })
  const cards = source({ name: 'X' }, partSheet)
  expect(derive([vmware, cards]).weaklyMatched).toBe(false)
  expect(derive([cmdb, vmware]).weaklyMatched).toBe(true)
  const agent = source({ name: 'y', serial_number: 's1' }, { sourceKey: 'columns:b' })
  expect(derive([cmdb, agent]).weaklyMatched).toBe(false)
})

test('the order in which sources are loaded does not matter', () => {
  const value = fc.constantFrom('a', 'b', null)
  const values = fc.record(
    { name: fc.constantFrom('x', 'y'), cluster: value, os_name: value },
    { requiredKeys: ['name'] },
  )
  const sources = fc.array(
    fc.tuple(values, fc.constantFrom('import', 'correction'), fc.boolean()),
    { minLength: 1, maxLength: 6 },
  )
  fc.assert(
    fc.property(
      sources
        .map((list) =>
          list.map(([plain, kind, part]) =>
            source(plain, { kind: kind as StoredSource['kind'], ...(part ? partSheet : {}) }),
          ),
        )
        .chain((list) =>
          fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
        ),
      ([list, shuffled]) => {
        expect(derive(shuffled).attributes).toEqual(derive(list).attributes)
      },
    ),
  )
})
