import { expect, test } from 'vitest'
import { isIpv4, isIpv6 } from './addresses'
import { detectValues } from './detect-values'
import { osFamilyOf } from './operating-systems'
import type { ValueKind } from './value-kinds'

test.each<[ValueKind, string[]]>([
  ['ipv4', ['10.0.0.1', '192.168.1.5, 10.0.0.2']],
  ['ipv6', ['fe80::1', '2001:db8::8a2e:370:7334']],
  ['cidr', ['10.0.0.0/24', '172.16.0.0/12']],
  ['mac', ['00:50:56:ab:cd:ef', '00-50-56-AB-CD-EF']],
  ['uuid', ['421e9d00-1111-2222-3333-444455556666']],
  ['fqdn', ['web01.corp.example.com']],
  ['date', ['2020-01-31', '31.01.2020', '1/31/2020']],
  ['moment', ['2020-01-31 10:22', '2017-11-28T19:32:21Z']],
  ['boolean', ['yes', 'Nein', 'TRUE']],
  ['size', ['16 GB', '512 MiB']],
  ['currency_amount', ['€ 1.200,00', '$12,000']],
  ['operating_system', ['Ubuntu 22.04', 'Windows Server 2019']],
  ['moref', ['vm-123', 'host-9']],
  ['cloud_zone', ['eu-west-1a', 'europe-west1-b', 'westeurope']],
  ['instance_type', ['t3.medium', 'Standard_D2s_v3', 'n2-standard-4']],
])('%s is seen in %j', (kind, samples) => {
  expect(detectValues(samples).kinds.get(kind)).toBe(1)
})

test('versions are no dates and accounts are no MAC addresses', () => {
  const { kinds } = detectValues(['10.0.17763', '6.5.0', '123456789012'])
  expect(kinds.get('date')).toBeUndefined()
  expect(kinds.get('mac')).toBeUndefined()
})

test('blanks and placeholders are not counted', () => {
  const evidence = detectValues(['', 'N/A', '-', '4', '8'])
  expect(evidence).toMatchObject({
    count: 2,
    distinct: 2,
    numbers: { least: 4, most: 8, whole: true },
  })
})

test('IPv4 has exactly four octets, IPv6 at most eight groups', () => {
  expect(['10.0.0.0', '255.255.255.255'].every(isIpv4)).toBe(true)
  expect(['10.0.0', '10.0.0.1.5', '10.0.0.256', '10.0.0.', 'a.b.c.d'].some(isIpv4)).toBe(false)
  expect(['::', '::1', 'fe80::1%eth0', '::ffff:10.0.0.1', '1:2:3:4:5:6:7:8'].every(isIpv6)).toBe(
    true,
  )
  expect(['1:2:3', '1::2::3', '1:2:3:4:5:6:7:8:9', 'g::1', ''].some(isIpv6)).toBe(false)
})

test.each([
  ['Microsoft Windows Server 2008 R2 (64-bit)', 'windows'],
  ['CentOS 7 (64-bit)', 'linux'],
  ['VMware ESXi 7.0', 'esxi'],
  ['AIX 7.2', 'aix'],
  ['Oracle Solaris 11', 'solaris'],
  ['Cisco IOS XE 17', 'network_os'],
  ['FreeBSD 13', 'bsd'],
  ['macOS 14', 'macos'],
  ['HP-UX 11.31', 'unix'],
  ['Billing portal', null],
])('%s is of the family %s', (name, family) => {
  expect(osFamilyOf(name)).toBe(family)
})
