import { expect, test } from 'vitest'
import { columnReaders } from './column-readers'
import { interpretRow } from './interpret-row'
import { type PlanInput, planRows } from './row-plan'

function plan(
  columns: [header: string, attribute: string, unit?: string][],
  more: Partial<PlanInput>,
) {
  return planRows({
    headers: columns.map(([header]) => header),
    fileName: 'file.csv',
    formatId: null,
    grain: null,
    assetType: null,
    mappings: columns.map(([header, attribute, unit], position) => ({
      position,
      header,
      attribute,
      sourceUnit: unit ?? null,
      samples: [],
    })),
    ...more,
  })
}

const read = (rows: ReturnType<typeof plan>, cells: string[]) =>
  interpretRow(rows, columnReaders(rows), { rowNumber: 1, cells })

test('a value is converted and keeps its words and its unit', () => {
  const rows = plan([['RAM', 'memory_mib', 'GiB']], {})
  expect(read(rows, ['4']).values).toEqual({ memory_mib: { value: 4096, raw: '4', unit: 'GiB' } })
})

test('what cannot be read is listed and left out; what is blank is nothing', () => {
  const rows = plan(
    [
      ['CPUs', 'cpu_count'],
      ['IP', 'ip_address'],
      ['RAM', 'memory_mib'],
    ],
    {},
  )
  const row = read(rows, ['many', '10.0.0.300', '  '])
  expect(row.values).toEqual({})
  expect(row.unreadable.map(({ column, code }) => [column, code])).toEqual([
    ['CPUs', 'not_a_number'],
    ['IP', 'not_an_address'],
  ])
})

test('columns of one attribute: the first by priority fills it, addresses gather', () => {
  const rows = plan(
    [
      ['OS according to the configuration file', 'os_name'],
      ['OS according to the VMware Tools', 'os_name'],
      ['Primary IP', 'ip_address'],
      ['Other IP', 'ip_address'],
    ],
    { formatId: 'rvtools-3-vinfo' },
  )
  const both = read(rows, ['Linux', 'Ubuntu', '10.0.0.1', '10.0.0.2'])
  expect(both.values.os_name?.value).toBe('Ubuntu')
  expect(both.values.ip_address?.value).toEqual(['10.0.0.1', '10.0.0.2'])
  expect(read(rows, ['Linux', '', '', '']).values.os_name?.value).toBe('Linux')
})

test('the type of the import stands in where no column tells', () => {
  const rows = plan([['Type', 'asset_type']], { assetType: 'server' })
  expect(read(rows, ['']).values.asset_type?.value).toBe('server')
  expect(read(rows, ['Database']).values.asset_type?.value).toBe('database')
})

test('a sheet of parts divides a row between the machine and its part', () => {
  const rows = plan(
    [
      ['VM', 'name'],
      ['Powerstate', 'power_state'],
      ['NIC label', 'nic_name'],
      ['IPv4 Address', 'ip_address'],
    ],
    { formatId: 'rvtools-vnetwork' },
  )
  const row = read(rows, ['web', 'poweredOn', 'Network adapter 1', '10.0.0.1'])
  expect(Object.keys(row.values).sort()).toEqual(['asset_type', 'name', 'power_state'])
  expect(row.component?.label).toBe('Network adapter 1')
  expect(Object.keys(row.component?.values ?? {}).sort()).toEqual(['ip_address', 'nic_name'])
  expect(read(rows, ['web', '', '', '10.0.0.1']).component?.label).toBe('10.0.0.1')
  expect(read(rows, ['web', 'poweredOn', '', '']).component).toBeNull()
})

test('files with the same columns are one source, in whatever order the columns stand', () => {
  const one = plan(
    [
      ['Name', 'name'],
      ['IP', 'ip_address'],
    ],
    {},
  )
  const other = plan(
    [
      ['ip', 'ip_address'],
      ['NAME', 'name'],
    ],
    { fileName: 'later.csv' },
  )
  const third = plan(
    [
      ['Name', 'name'],
      ['RAM', 'memory_mib'],
    ],
    {},
  )
  expect(other.sourceKey).toBe(one.sourceKey)
  expect(third.sourceKey).not.toBe(one.sourceKey)
})
