import { expect, test } from 'vitest'
import { deriveAttributes } from './derive-attributes'

function derived(values: Parameters<typeof deriveAttributes>[0]): Record<string, unknown> {
  return Object.fromEntries(
    deriveAttributes(values).map(({ attribute, value }) => [attribute, value]),
  )
}

test('the family follows from the operating system', () => {
  expect(derived({ name: 'a', os_name: 'Red Hat Enterprise Linux 8' })).toEqual({
    os_family: 'linux',
  })
})

test('host, domain and name follow from the full name', () => {
  expect(derived({ fqdn: 'web01.corp.example.com' })).toEqual({
    hostname: 'web01',
    dns_domain: 'corp.example.com',
    name: 'web01',
  })
})

test('an address is not taken for a name with a domain', () => {
  expect(derived({ name: 'a', fqdn: '10.0.0.1' })).toEqual({})
})

test('processors follow from sockets and cores', () => {
  expect(derived({ name: 'a', cpu_sockets: 2, cores_per_socket: 8 })).toEqual({
    cpu_cores: 16,
    cpu_count: 16,
  })
})

test('what is reported is never replaced', () => {
  const values = {
    name: 'a',
    hostname: 'b',
    os_family: 'unix',
    os_name: 'Ubuntu',
    fqdn: 'x.y.z',
    dns_domain: 'd',
  }
  expect(derived(values)).toEqual({})
})
