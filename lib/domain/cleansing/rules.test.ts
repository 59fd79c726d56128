import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { attributeByName, canonicalAttributes } from '@/lib/domain/mapping/catalogue/attributes'
import { convertValue } from '@/lib/domain/mapping/convert/convert-value'
import type { CanonicalValue } from '@/lib/domain/mapping/schema'
import { cleansingRules, cleansingSetRules, examineValue, ruleById } from './rules'
import type { Subject } from './rules/rule'

const context = { now: new Date('2026-03-10T12:00:00Z') }

/** A cell as the import reads it. */
function subjectOf(name: string, raw: string, more: Partial<Subject> = {}): Subject {
  const attribute = attributeByName(name)
  if (!attribute) throw new Error(name)
  const converted = convertValue(name, raw)
  const value = converted.ok ? converted.value : null
  return { attribute, raw, value, unit: null, row: new Map(), ...more }
}

function examine(name: string, raw: string, more: Partial<Subject> = {}) {
  return examineValue(subjectOf(name, raw, more), context).map(({ rule, finding }) => ({
    rule: rule.id,
    proposed: finding.proposed,
    fixable: finding.fixable,
    reason: finding.reason,
  }))
}

/** Rule and proposal of each finding. */
function fixes(name: string, raw: string, more: Partial<Subject> = {}) {
  return examine(name, raw, more).map(({ rule, proposed }) => [rule, proposed])
}

const row = (values: Record<string, CanonicalValue>) => ({ row: new Map(Object.entries(values)) })

test.each([
  ...['N/A', 'n/a', '-', '--', 'tbd', 'TBC', 'unknown', 'NULL', 'none', '?', 'to be determined'],
  ...['#N/A', 'k.A.', 'keine Angabe', 'non renseigné', '<none>', ' N/A '],
])('%j is a placeholder', (raw) => {
  expect(fixes('location', raw)).toEqual([['placeholder', null]])
})

test.each(['/', 'Nancy', 'Nullarbor', 'no-name-srv', 'Unknown Pleasures', 'TBD Street'])(
  '%j is a value',
  (raw) => {
    expect(fixes('location', raw)).toEqual([])
  },
)

test('a placeholder in a column of numbers, addresses or dates is one too', () => {
  expect(fixes('memory_mib', 'N/A')).toEqual([['placeholder', null]])
  expect(fixes('ip_address', '-')).toEqual([['placeholder', null]])
  expect(fixes('purchase_date', 'tbd')).toEqual([['placeholder', null]])
  expect(fixes('mac_address', 'n/a')).toEqual([['placeholder', null]])
})

test('a word that an enumeration knows was chosen', () => {
  expect(fixes('power_state', 'unknown')).toEqual([])
  expect(fixes('migration_strategy', 'tbd')).toEqual([])
  expect(fixes('power_state', 'N/A')).toEqual([['placeholder', null]])
})

test('no backup is an answer', () => {
  expect(fixes('backup_solution', 'None')).toEqual([])
})

test('an asset cannot go without a name, so none is proposed', () => {
  expect(examine('name', 'N/A')).toMatchObject([{ rule: 'placeholder', fixable: false }])
})

test.each([
  ['10.1.2.3.4', null, '10.1.2.3.4 has 5 parts, an IPv4 address has four.'],
  ['10.1.2', null, '10.1.2 has 3 parts, an IPv4 address has four.'],
  ['10.1.2.300', null, '10.1.2.300 has a part 300, the highest is 255.'],
  ['10.1.2.3.', '10.1.2.3', '10.1.2.3. has 5 parts, an IPv4 address has four.'],
  ['web01', null, 'web01 is not an IP address.'],
  ['10.1.2.3, 10.1.2.3.4', '10.1.2.3', '10.1.2.3.4 has 5 parts, an IPv4 address has four.'],
])('the address %j is malformed', (raw, proposed, reason) => {
  expect(examine('ip_address', raw)).toEqual([
    { rule: 'malformed_address', proposed, fixable: true, reason },
  ])
})

test('the sound addresses of a list stay', () => {
  expect(fixes('ip_address', '10.0.0.1; 10.0.0.256; 10.0.0.2')).toEqual([
    ['malformed_address', ['10.0.0.1', '10.0.0.2']],
  ])
})

test.each(['10.1.2.3', '10.1.2.3/24', '2001:db8::1', 'fd00::1, 10.0.0.1', '10.0.0.1:443'])(
  'the address %j is sound',
  (raw) => {
    expect(fixes('ip_address', raw)).toEqual([])
  },
)

test.each(['127.0.0.1', '0.0.0.0', '169.254.10.1', '::1', 'fe80::1', '255.255.255.255'])(
  'the address %s says nothing',
  (raw) => {
    expect(fixes('ip_address', raw)).toEqual([['unusable_address', null]])
  },
)

test.each(['To be filled by O.E.M.', 'System Serial Number', '0123456789', '00000000', 'N/A'])(
  'the serial number %j is what a maker left in',
  (raw) => {
    expect(fixes('serial_number', raw)).toEqual([['placeholder', null]])
  },
)

test('MAC addresses and UUIDs have their length and belong to one machine', () => {
  expect(fixes('mac_address', '00:50:56:aa:bb')).toEqual([['malformed_identifier', null]])
  expect(fixes('mac_address', '00:00:00:00:00:00')).toEqual([['malformed_identifier', null]])
  expect(fixes('mac_address', '0050.56aa.bbcc')).toEqual([])
  expect(fixes('uuid', '03000200-0400-0500-0006-000700080009')).toHaveLength(1)
  expect(fixes('uuid', '4201-77')).toEqual([['malformed_identifier', null]])
  expect(fixes('uuid', 'ffffffff-ffff-ffff-ffff-ffffffffffff')).toHaveLength(1)
  expect(fixes('bios_uuid', '42017f3a-9f6e-4b1c-8d2e-0a1b2c3d4e5f')).toEqual([])
})

test.each([
  ['cpu_count', '0'],
  ['cpu_count', '-2'],
  ['cpu_count', '100000'],
  ['memory_mib', '0'],
  ['memory_mib', '-1'],
  ['disk_total_gib', '0'],
  ['disk_total_gib', '-5'],
  ['cpu_util_pct', '140'],
  ['db_port', '70000'],
  ['annual_cost', '-1'],
])('%s of %s is impossible', (name, raw) => {
  const value = Number(raw)
  expect(fixes(name, raw, { value })).toEqual([['impossible_size', null]])
})

test('an impossible size is said with its unit, if it has one', () => {
  expect(examine('cpu_count', '0', { value: 0 })).toMatchObject([{ reason: '0 is too little.' }])
  expect(examine('memory_mib', '-1', { value: -1 })).toMatchObject([
    { reason: '-1 MiB is negative.' },
  ])
})

test.each([
  ['cpu_count', 1],
  ['cpu_count', 768],
  ['memory_mib', 512],
  ['memory_mib', 2_097_152],
  ['disk_total_gib', 0.6],
  ['disk_total_gib', 20_000],
  ['nic_count', 0],
  ['cpu_util_pct', 100],
])('%s of %s is believable', (name, value) => {
  expect(fixes(name, String(value), { value, ...row({ os_name: 'Linux' }) })).toEqual([])
})

test('a number that fits another unit is proposed in that unit', () => {
  expect(examine('memory_mib', '16', { value: 16, unit: 'MB' })).toEqual([
    {
      rule: 'unlikely_unit',
      proposed: 16_384,
      fixable: true,
      reason:
        '16 MiB is hardly possible (the number was read as MB). In the next larger unit it is 16,384 MiB.',
    },
  ])
  expect(fixes('memory_mib', '16384', { value: 16_384 * 1_024 })).toEqual([
    ['unlikely_unit', 16_384],
  ])
  const gigabytesForMegabytes = { value: 16_384 * 1_024, ...row({ cpu_count: 4 }) }
  expect(fixes('memory_mib', '16384', gigabytesForMegabytes)).toEqual([['unlikely_unit', 16_384]])
  expect(fixes('disk_total_gib', '102400', { value: 102_400 })).toEqual([['unlikely_unit', 100]])
  const megabytesForGigabytes = { value: 0.04, ...row({ os_name: 'Windows Server 2019' }) }
  expect(fixes('disk_total_gib', '40', megabytesForGigabytes)).toEqual([['unlikely_unit', 40.96]])
})

test('what holds much is believed', () => {
  const large = { value: 6 * 1_048_576, ...row({ cpu_count: 480 }) }
  expect(fixes('memory_mib', '6291456', large)).toEqual([])
  const host = { value: 4 * 1_048_576, ...row({ cpu_sockets: 2, cpu_cores: 64 }) }
  expect(fixes('memory_mib', '4194304', host)).toEqual([])
  expect(fixes('memory_mib', '6291456', { value: 6 * 1_048_576 })).toEqual([])
  const array = { value: 500_000, ...row({ asset_type: 'storage' }) }
  expect(fixes('disk_total_gib', '500000', array)).toEqual([])
})

test('no more is used than there is', () => {
  const whole = row({ disk_total_gib: 100, memory_mib: 4_096 })
  expect(fixes('disk_used_gib', '150', { value: 150, ...whole })).toEqual([
    ['conflicting_amounts', null],
  ])
  expect(fixes('disk_used_gib', '51200', { value: 51_200, ...whole })).toEqual([
    ['conflicting_amounts', 50],
  ])
  expect(fixes('memory_used_mib', '4096', { value: 4_096, ...whole })).toEqual([])
  expect(fixes('disk_used_gib', '150', { value: 150 })).toEqual([])
})

test('what has happened is not still to come', () => {
  expect(fixes('purchase_date', '2031-01-01')).toEqual([['future_date', null]])
  expect(fixes('last_backup', '2026-03-12T00:00:00Z')).toEqual([['future_date', null]])
  expect(fixes('purchase_date', '2026-03-11')).toEqual([])
  expect(fixes('warranty_end', '2031-01-01')).toEqual([])
})

test.each(['1900-01-01', '1970-01-01', '1899-12-30', '0000-00-00', '00.00.0000'])(
  '%s is no date',
  (raw) => {
    expect(fixes('purchase_date', raw)).toEqual([['zero_date', null]])
  },
)

test('blanks around and within a value', () => {
  expect(fixes('location', 'Oslo ')).toEqual([['stray_blanks', 'Oslo']])
  expect(fixes('location', '\u00a0Oslo')).toEqual([['stray_blanks', 'Oslo']])
  expect(fixes('location', 'Oslo  West')).toEqual([['stray_blanks', 'Oslo West']])
  expect(fixes('location', 'Oslo West')).toEqual([])
  expect(fixes('notes', 'one\n\n  two')).toEqual([])
  expect(fixes('location', '   ')).toEqual([])
})

test('duplicate names are found among machines and within a kind', () => {
  const assets = [
    { id: '1', name: 'WEB01', assetType: 'server' },
    { id: '2', name: 'web01 ', assetType: 'virtual_machine' },
    { id: '3', name: 'web01', assetType: 'application' },
    { id: '4', name: 'db01', assetType: 'server' },
  ]
  const found = cleansingSetRules.flatMap((rule) => rule.examineSet(assets))
  expect(found.map(({ assetId }) => assetId)).toEqual(['1', '2'])
  expect(found[0]?.finding).toMatchObject({ fixable: false, value: 'WEB01' })
})

test('every rule has an id of its own, a title and a description', () => {
  const rules = [...cleansingRules, ...cleansingSetRules]
  expect(new Set(rules.map((rule) => rule.id)).size).toBe(rules.length)
  for (const { id, title, description } of rules) {
    expect(ruleById(id)).toMatchObject({ title, description })
    expect(description).toMatch(/\.$/)
  }
})

test('no cell of any attribute makes a rule throw, and an accepted fix is not found again', () => {
  const cell = fc.oneof(
    fc.string(),
    fc.constantFrom('10.1.2.3.4', 'N/A', '0', '-1', '1e9', '2099-01-01', ' a  b ', '0.0.0.0,x'),
    fc.integer().map(String),
  )
  fc.assert(
    fc.property(cell, fc.constantFrom(...canonicalAttributes), (raw, attribute) => {
      for (const { rule, finding } of examineValue(subjectOf(attribute.name, raw), context)) {
        expect(finding.reason).not.toBe('')
        if (!finding.fixable || finding.proposed === null) continue
        const text = [finding.proposed].flat().join(', ')
        const again = { value: finding.proposed }
        const rules = examineValue(subjectOf(attribute.name, text, again), context)
        expect(rules.map((other) => other.rule.id)).not.toContain(rule.id)
      }
    }),
    { numRuns: 2_000 },
  )
})
