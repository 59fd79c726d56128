import { expect, test } from 'vitest'
import { decodePart, startDecoder } from '@/lib/delimited/decoder'
import { sniff } from '@/lib/delimited/sniff'
import { type Estate, generateEstate } from './estate'
import { generateWideRows } from './estate/wide-rows'

/** Rows as objects by header; the headers are ours and harmless. */
function readRows(text: string): Map<string, string>[] {
  const bytes = new TextEncoder().encode(text)
  const sniffed = sniff(bytes)
  if (!sniffed.ok) throw new Error(sniffed.message)
  const { state, records, problems } = decodePart(startDecoder(sniffed.dialect), bytes, {
    last: true,
  })
  expect(problems).toEqual([])
  const names = (state.columns ?? []).map((column) => column.name)
  return records.map(({ cells }) => new Map(cells.map((cell, i) => [names[i] ?? '', cell])))
}

const estate = generateEstate({ seed: 7, machines: 240 })
const machines = readRows(estate.vInfo)
const column = (rows: Map<string, string>[], name: string) => rows.map((row) => row.get(name) ?? '')

test('the same seed gives the same estate, another seed another', () => {
  expect(generateEstate({ seed: 7, machines: 240 })).toEqual(estate)
  expect(generateEstate({ seed: 8, machines: 240 }).vInfo).not.toBe(estate.vInfo)
})

test('there are as many machines as asked for, of many kinds', () => {
  expect(machines).toHaveLength(240)
  const environments = new Set(column(machines, 'Environment').map((text) => text.trim()))
  expect(environments.size).toBeGreaterThanOrEqual(5)
  const systems = new Set(column(machines, 'OS according to the configuration file'))
  expect(systems.size).toBeGreaterThanOrEqual(6)
  expect(column(machines, 'Template')).toContain('True')
  expect(column(machines, 'Powerstate')).toContain('poweredOff')
})

test('machines are told apart by their ids', () => {
  for (const name of ['VM ID', 'VM UUID', 'SMBIOS UUID']) {
    expect(new Set(column(machines, name)).size).toBe(240)
  }
})

test('every other sheet speaks of the same machines and hosts', () => {
  const names = new Set(column(machines, 'VM'))
  for (const sheet of ['vNetwork', 'vPartition', 'vDisk'] satisfies (keyof Estate)[]) {
    const rows = readRows(estate[sheet])
    expect(rows.length).toBeGreaterThan(200)
    expect(column(rows, 'VM').filter((name) => !names.has(name))).toEqual([])
  }
  const hosts = new Set(column(readRows(estate.vHost), 'Host'))
  expect(column(machines, 'Host').filter((host) => !hosts.has(host))).toEqual([])
})

test('what a machine reports agrees with its parts, but where it is spoilt on purpose', () => {
  const cards = column(readRows(estate.vNetwork), 'VM')
  const disks = column(readRows(estate.vDisk), 'VM')
  const names = column(machines, 'VM')
  const unique = machines.filter((row) => {
    const name = row.get('VM')
    return names.indexOf(name ?? '') === names.lastIndexOf(name ?? '')
  })
  const listed = (parts: string[], row: Map<string, string>) =>
    parts.filter((name) => name === row.get('VM')).length
  const off = unique.filter((row) => Number(row.get('NICs')) !== listed(cards, row))
  expect(off.length).toBeGreaterThan(0)
  expect(off.length).toBeLessThan(10)
  expect(unique.every((row) => Number(row.get('Disks')) === listed(disks, row))).toBe(true)
})

test('some values are doubtful', () => {
  const addresses = column(machines, 'Primary IP Address')
  expect(addresses.some((ip) => ip.split('.').length === 5)).toBe(true)
  expect(column(machines, 'Owner').some((owner) => ['N/A', 'tbd', '-'].includes(owner))).toBe(true)
  expect(column(machines, 'Application').some((text) => text.endsWith(' '))).toBe(true)
  expect(column(machines, 'Commissioned').some((day) => day > '2050')).toBe(true)
  expect(column(machines, 'CPUs')).toContain('0')
  expect(column(machines, 'Memory').some((memory) => Number(memory) < 200)).toBe(true)
  expect(new Set(column(machines, 'VM')).size).toBe(239)
})

test('wide rows come in pieces, with the columns and rows asked for', async () => {
  let text = ''
  let pieces = 0
  for await (const piece of generateWideRows({ rows: 1_000, columns: 32 })) {
    text += piece
    pieces += 1
  }
  const rows = readRows(text)
  expect(pieces).toBeGreaterThan(2)
  expect(rows).toHaveLength(1_000)
  expect(rows[999]?.size).toBe(32)
  expect(new Set(column(rows, 'Serial Number')).size).toBe(1_000)
})
