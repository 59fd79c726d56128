import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalAttributes } from '../catalogue/attributes'
import { detectConventions } from './conventions'
import { convertValue } from './convert-value'

test.each([
  ['memory_mib', '16 GB', 16384],
  ['memory_mib', '4,096', 4096],
  ['memory_mib', '4.096', 4096],
  ['memory_mib', '15.9 GB', 16282],
  ['disk_total_gib', '1.234,5 GB', 1234.5],
  ['disk_total_gib', '1.5 TB', 1536],
  ['cpu_count', '4 vCPU', 4],
  ['cpu_speed_mhz', '2.7 GHz', 2700],
  ['cpu_util_pct', '38 %', 38],
  ['annual_cost', '€ 1.234,50', 1234.5],
  ['is_template', 'Falsch', false],
  ['secure_boot', 'oui', true],
  ['power_state', 'poweredOn', 'on'],
  ['power_state', 'Stopped (deallocated)', 'off'],
  ['environment', 'Entwicklung', 'development'],
  ['environment', 'Pre-Production', 'staging'],
  ['os_family', 'Microsoft Windows Server 2008 R2 (64-bit)', 'windows'],
  ['os_family', 'VMware ESXi 6.0.0 build-4192238', 'esxi'],
  ['criticality', '1 - most critical', 'mission_critical'],
  ['asset_type', 'cmdb_ci_win_server', 'server'],
  ['ip_address', '10.0.0.1', '10.0.0.1'],
  ['ip_address', '10.0.0.1; fe80::1', ['10.0.0.1', 'fe80::1']],
  ['ip_address', '10.0.0.1/24', '10.0.0.1'],
  ['dns_servers', '10.0.0.1', ['10.0.0.1']],
  ['mac_address', '00-50-56-AB-CD-EF', '00:50:56:ab:cd:ef'],
  ['mac_address', '0050.56ab.cdef', '00:50:56:ab:cd:ef'],
  ['uuid', '{421E9D00-1111-2222-3333-444455556666}', '421e9d00-1111-2222-3333-444455556666'],
  ['fqdn', 'WEB01.Corp.Example.COM.', 'web01.corp.example.com'],
  ['tags', '[{"Key":"Name","Value":"web"}]', ['Name=web']],
  ['install_date', '15.03.2016', '2016-03-15'],
  ['install_date', '3/15/2016', '2016-03-15'],
  ['install_date', '1. März 2020', '2020-03-01'],
  ['install_date', 'Mar 5, 2021', '2021-03-05'],
  ['install_date', '43831', '2020-01-01'],
  ['boot_time', '2017-11-28T19:32:21.560802Z', '2017-11-28T19:32:21Z'],
  ['boot_time', '3/15/2016 7:47:54 PM', '2016-03-15T19:47:54'],
  ['boot_time', '12/13/2016 12:05:00 AM', '2016-12-13T00:05:00'],
  ['memory_mib', 'N/A', null],
  ['name', '  web01 ', 'web01'],
  ['name', '', null],
])('%s of “%s” is %j', (attribute, raw, expected) => {
  expect(convertValue(attribute, raw)).toMatchObject({ ok: true, value: expected })
})

test.each([
  ['cpu_count', 'four', 'not_a_number'],
  ['cpu_count', '2.5', 'not_whole'],
  ['memory_mib', '8 bananas', 'unknown_unit'],
  ['ip_address', '10.0.0.1.5', 'not_an_address'],
  ['ip_address', '10.0.0.256', 'not_an_address'],
  ['ip_address', '10.0.0.1, web01', 'not_an_address'],
  ['mac_address', '00:50:56:ab:cd', 'not_a_mac_address'],
  ['uuid', '1234', 'not_a_uuid'],
  ['install_date', '03/04/2016', 'ambiguous_date'],
  ['install_date', '31/02/2020', 'not_a_date'],
  ['is_template', 'perhaps', 'not_a_boolean'],
  ['power_state', 'purple', 'not_an_allowed_value'],
  ['hostname', 'two words', 'not_a_host_name'],
  ['constructor', 'x', 'unknown_attribute'],
  ['__proto__', 'x', 'unknown_attribute'],
])('%s of “%s” is refused as %s', (attribute, raw, code) => {
  const conversion = convertValue(attribute, raw)
  expect(conversion).toMatchObject({ ok: false, problem: { code } })
})

test('a bare number is read in the unit of its column, and the unit is told', () => {
  expect(convertValue('disk_total_gib', '86201', { sourceUnit: 'MiB' })).toEqual({
    ok: true,
    value: 84.1806640625,
    unit: 'MiB',
  })
  expect(convertValue('memory_mib', '8 GB', { sourceUnit: 'MiB' })).toMatchObject({ value: 8192 })
})

test('a source that counts in thousands can say so', () => {
  const decimal = { binaryUnits: false }
  expect(convertValue('disk_total_gib', '1073.741824 GB', decimal)).toMatchObject({ value: 1000 })
})

test('the column decides what a single cell leaves open', () => {
  const days = detectConventions(['03/04/2016', '25/12/2016'])
  expect(convertValue('install_date', '03/04/2016', days)).toMatchObject({ value: '2016-04-03' })
  const american = detectConventions(['03/04/2016', '12/25/2016'])
  expect(convertValue('install_date', '03/04/2016', american)).toMatchObject({
    value: '2016-03-04',
  })
  const german = detectConventions(['1.500', '2.250'])
  expect(convertValue('disk_total_gib', '1.500', german)).toMatchObject({ value: 1500 })
  const mixed = detectConventions(['12,5', '1.200'])
  expect(convertValue('cpu_util_pct', '12,5', mixed)).toMatchObject({ value: 12.5 })
})

const attributes = fc.constantFrom(...canonicalAttributes.map(({ name }) => name))

test('nothing that a cell can hold makes the conversion throw', () => {
  const cells = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.double().map(String),
    fc.date({ noInvalidDate: false }).map(String),
    fc.json(),
    fc.constantFrom(
      '__proto__',
      '\u0000',
      '1e999',
      '9'.repeat(400),
      '-',
      '1/1/1',
      '٣',
      '[{',
      '1.2.3.4.5',
    ),
  )
  fc.assert(
    fc.property(attributes, cells, (attribute, raw) => {
      const conversion = convertValue(attribute, raw)
      if (!conversion.ok) expect(conversion.problem.reason).not.toBe('')
      else if (typeof conversion.value === 'number') {
        expect(Number.isFinite(conversion.value)).toBe(true)
      }
    }),
    { numRuns: 2000 },
  )
})

test('a whole number of MiB survives the way through every binary unit', () => {
  const units = fc.constantFrom(['KiB', 1 / 1024], ['MiB', 1], ['GiB', 1024], ['B', 1 / 2 ** 20])
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2 ** 24 }), units, (mebibytes, [unit, factor]) => {
      const raw = String(mebibytes / Number(factor))
      expect(convertValue('memory_mib', raw, { sourceUnit: String(unit) })).toMatchObject({
        ok: true,
        value: mebibytes,
      })
    }),
  )
})

test('a converted enumeration converts to itself', () => {
  for (const { name, enumValues } of canonicalAttributes) {
    for (const value of enumValues ?? []) {
      expect(convertValue(name, value), name).toMatchObject({ ok: true, value })
    }
  }
})
