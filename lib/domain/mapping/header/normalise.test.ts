import fc from 'fast-check'
import { expect, test } from 'vitest'
import { commonPrefix } from './common-prefix'
import { normaliseHeader } from './normalise'

test('spellings of one header are one', () => {
  for (const header of ['VMName', 'vm_name', 'VM-Name', ' vm  name ', 'VM.Name']) {
    expect(normaliseHeader(header)).toBe('vm name')
  }
})

test.each([
  ['# CPUs', 'number cpus'],
  ['Network #1', 'network 1'],
  ['Free %', 'free percent'],
  ['Größe (GB)', 'grosse gb'],
  ["Système d'exploitation", 'systeme d exploitation'],
  ['IP address(es)', 'ip address'],
  ['Disk1Size_GB', 'disk 1 size gb'],
  ['VMware.VCenterId', 'vmware vcenter id'],
  ['OSname', 'os name'],
  ['DiskReadsPerSecondInKB.Avg', 'disk reads per second in kb avg'],
  ['N° de série', 'number de serie'],
  ['O/S', 'o s'],
  ['ホスト名', 'ホスト名'],
  ['__proto__', 'proto'],
])('%s is read as %s', (header, normal) => {
  expect(normaliseHeader(header)).toBe(normal)
})

test('normalising twice changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (header) => {
      const once = normaliseHeader(header)
      expect(normaliseHeader(once)).toBe(once)
    }),
  )
})

test('a prefix that nearly all headers share is found, a common first word of few is not', () => {
  expect(commonPrefix(['u_name', 'u_ip', 'u_os', 'comment', 'u_owner'])).toBe('u')
  expect(commonPrefix(['OS Name', 'OS Version', 'IP', 'Owner', 'Site'])).toBeNull()
})
