import { expect, test } from 'vitest'
import { canonicalAttributes } from '../catalogue/attributes'
import { analyseHeader } from './analyse-header'
import { writtenPhrases } from './phrases'

function concepts(header: string): string {
  return [...analyseHeader(header).concepts.keys()].sort().join(' ')
}

test.each([
  ['Arbeitsspeicher (GB)', 'memory'],
  ['Betriebssystemversion', 'os version'],
  ['Nombre de CPU', 'cpu number'],
  ['Nombre del servidor', 'name server'],
  ['サーバー名', 'name server'],
  ['cpucount', 'cpu number'],
  ['Enviroment', 'environment'],
  ['Kostenstellennummer', 'center cost number'],
  ['OS according to the VMware Tools', 'os'],
  ['Last seen', 'discovery last'],
  ['NICs', 'nic number'],
])('%s says %s', (header, expected) => {
  expect(concepts(header)).toBe(expected)
})

test.each([
  ['Memory (MB)', 'MB'],
  ['RAM in GiB', 'GiB'],
  ['Mémoire (Go)', 'GB'],
  ['Disk 1 read throughput (MB per second)', 'MB/s'],
  ['NetworkBytesPerSecSent', 'B/s'],
  ['Free %', '%'],
  ['CPU (MHz)', 'MHz'],
  ['Read ops per second', null],
  ['Name', null],
])('the unit of %s is %s', (header, unit) => {
  expect(analyseHeader(header).unit).toBe(unit)
})

test('a number tells a series', () => {
  expect(analyseHeader('Disk 2 size').numbered).toBe(true)
  expect(analyseHeader('Disk size').numbered).toBe(false)
})

test('every attribute has phrases, and every phrase names an attribute of the catalogue', () => {
  const names = new Set(canonicalAttributes.map(({ name }) => name))
  const described = new Set(writtenPhrases.map(({ attribute }) => attribute))
  expect([...names].filter((name) => !described.has(name))).toEqual([])
  expect([...described].filter((name) => name !== null && !names.has(name))).toEqual([])
  expect(writtenPhrases.filter(({ prior }) => !(prior > 0 && prior <= 1))).toEqual([])
})
