import { describe, expect, test } from 'vitest'
import type { SourcedValue } from '@/db/schema'
import { matchKeysOf } from './match-keys'

function values(plain: Record<string, SourcedValue['value']>): Record<string, SourcedValue> {
  const entries = Object.entries(plain).map(([name, value]) => [
    name,
    { value, raw: String(value) },
  ])
  return Object.fromEntries(entries)
}

const asset = { family: 'cmdb', component: false }

function kinds(plain: Record<string, SourcedValue['value']>) {
  return matchKeysOf(values(plain), asset).strong.map(({ kind }) => kind)
}

test('keys come from the strongest to the weakest', () => {
  const keys = matchKeysOf(
    values({
      ip_address: ['10.0.0.5'],
      mac_address: '00:50:56:aa:bb:cc',
      hostname: 'Web01',
      dns_domain: 'corp.example',
      fqdn: 'web01.corp.example',
      external_id: 'CI-7',
      vm_moref: 'vm-12',
      vcenter_id: 'vc1',
      serial_number: 'VMware-42',
      uuid: '4214d0f1-0d1a-4b1c-8d77-000000000001',
      bios_uuid: '4214d0f1-0d1a-4b1c-8d77-000000000002',
      name: ' Web  01 ',
      asset_type: 'virtual_machine',
    }),
    asset,
  )
  expect(keys.strong.map(({ kind, value }) => `${kind} ${value}`)).toEqual([
    'uuid 4214d0f1-0d1a-4b1c-8d77-000000000002',
    'uuid 4214d0f1-0d1a-4b1c-8d77-000000000001',
    'serial vmware-42',
    'vcenter_moref vc1|vm-12',
    'external_id cmdb|ci-7',
    'fqdn device|web01.corp.example',
    'fqdn device|web01.corp.example',
    'mac device|00:50:56:aa:bb:cc',
    'ip device|10.0.0.5',
  ])
  expect(keys.name).toBe('virtual_machine|web 01')
})

describe('what tells nobody apart is no key', () => {
  test.each([
    ['serial_number', 'To be filled by O.E.M.'],
    ['serial_number', '0000000000'],
    ['serial_number', 'None'],
    ['serial_number', 'N/A'],
    ['serial_number', 'Default string'],
    ['serial_number', '-'],
    ['uuid', '00000000-0000-0000-0000-000000000000'],
    ['bios_uuid', 'ffffffff-ffff-ffff-ffff-ffffffffffff'],
    ['bios_uuid', '03000200-0400-0500-0006-000700080009'],
    ['external_id', 'unknown'],
    ['fqdn', 'localhost.localdomain'],
    ['mac_address', '00:00:00:00:00:00'],
    ['mac_address', 'ff:ff:ff:ff:ff:ff'],
    ['ip_address', '127.0.0.1'],
    ['ip_address', '0.0.0.0'],
    ['ip_address', '169.254.10.3'],
    ['ipv6_address', 'fe80::1'],
    ['ipv6_address', '::1'],
  ])('%s %s', (attribute, value) => {
    expect(kinds({ [attribute]: value })).toEqual([])
  })

  test.each(['N/A', '-', 'unknown', ''])('the name %j', (name) => {
    expect(matchKeysOf(values({ name }), asset).name).toBeNull()
  })
})

test('an object reference counts only with its vCenter', () => {
  expect(kinds({ vm_moref: 'vm-12' })).toEqual([])
})

test('a host name with its domain is the key that its FQDN is', () => {
  const split = matchKeysOf(values({ hostname: 'web01', dns_domain: 'Corp.Example' }), asset)
  const whole = matchKeysOf(values({ fqdn: 'WEB01.corp.example.' }), asset)
  expect(split.strong[0]?.value).toBe(whole.strong[0]?.value)
})

test('an application does not share the addresses of its server', () => {
  const of = (asset_type: string) =>
    matchKeysOf(values({ ip_address: '10.0.0.5', asset_type }), asset).strong[0]?.value
  expect(of('application')).not.toBe(of('server'))
  expect(of('virtual_machine')).toBe(of('server'))
})

test('a host name stands for a missing name', () => {
  expect(matchKeysOf(values({ hostname: 'DB7' }), asset).name).toBe('other|db7')
})

test('an external id holds within its source only', () => {
  const of = (family: string) =>
    matchKeysOf(values({ external_id: '7' }), { family, component: false }).strong[0]?.value
  expect(of('a')).not.toBe(of('b'))
})

test("a component's MAC address finds its machine and excludes no other; its IP is no key", () => {
  const keys = matchKeysOf(values({ mac_address: '00:50:56:aa:bb:cc', ip_address: '10.0.0.5' }), {
    family: 'rvtools',
    component: true,
  })
  expect(keys.strong).toEqual([{ kind: 'mac', value: 'device|00:50:56:aa:bb:cc', about: null }])
})
