import { expect, test } from 'vitest'
import type { MatchKey, StrongKind } from './match-keys'
import { groupRecords, type MatchRecord } from './match-rules'

type Row = Partial<Omit<MatchRecord, 'keys'>> & {
  name?: string
  keys?: Partial<Record<StrongKind, string | string[]>>
}

function record(ref: string, row: Row): MatchRecord {
  const strong = Object.entries(row.keys ?? {}).flatMap(([kind, values]): MatchKey[] =>
    [values].flat().map((value) => ({ kind: kind as StrongKind, value, about: kind })),
  )
  return {
    ref,
    assetId: null,
    age: ref,
    family: 'a',
    importId: row.family ?? 'a',
    ownAsset: null,
    splitOff: false,
    ...row,
    keys: { strong, name: row.name ?? null },
  }
}

/** The groups as sorted names of their records. */
function groupsOf(rows: Record<string, Row>): string[] {
  const records = Object.entries(rows).map(([ref, row]) => record(ref, row))
  return groupRecords(records)
    .map(({ records: own }) =>
      own
        .map(({ ref }) => ref)
        .sort()
        .join(' '),
    )
    .sort()
}

test('rows of one file with the same strong key are one', () => {
  expect(groupsOf({ r1: { keys: { uuid: 'u' } }, r2: { keys: { uuid: 'u' }, name: 'x' } })).toEqual(
    ['r1 r2'],
  )
})

test('rows of one file with the same name and different strong keys stay apart', () => {
  expect(
    groupsOf({
      r1: { name: 'x', keys: { uuid: 'u1' } },
      r2: { name: 'x', keys: { uuid: 'u2' } },
      r3: { name: 'y', keys: { ip: '1' } },
      r4: { name: 'y', keys: { ip: '2' } },
    }),
  ).toEqual(['r1', 'r2', 'r3', 'r4'])
})

test('two rows whose strong keys differ do not meet through a machine that knows both names', () => {
  expect(
    groupsOf({
      r1: { name: 'x', keys: { mac: 'm1' }, family: 'c' },
      r2: { name: 'x', keys: { uuid: 'u', mac: 'm1' }, family: 'a' },
      r3: { name: 'y', keys: { uuid: 'u', mac: 'm2' }, family: 'b' },
      r4: { name: 'y', keys: { mac: 'm2' }, family: 'd' },
    }),
  ).toEqual(['r1 r2 r3 r4'])
  expect(
    groupsOf({
      r1: { name: 'x', keys: { mac: 'm1' }, family: 'c' },
      r2: { name: 'x', keys: { uuid: 'u' }, family: 'a' },
      r3: { name: 'y', keys: { uuid: 'u' }, family: 'b' },
      r4: { name: 'y', keys: { mac: 'm2' }, family: 'd' },
    }),
  ).toEqual(['r1 r2 r3', 'r4'])
})

test('rows of one source with the same name and nothing against it are one, unmarked', () => {
  const [group] = groupRecords([record('r1', { name: 'x' }), record('r2', { name: 'x' })])
  expect(group?.records).toHaveLength(2)
  expect(group?.weakParts).toHaveLength(1)
})

test('between sources the name joins weakly, and says so', () => {
  const [group] = groupRecords([
    record('r1', { name: 'x', family: 'a' }),
    record('r2', { name: 'x', family: 'b', keys: { uuid: 'u' } }),
  ])
  expect(group?.records).toHaveLength(2)
  expect(group?.weakParts).toHaveLength(2)
})

test.each(['uuid', 'serial', 'vcenter_moref', 'fqdn', 'mac', 'ip'] as const)(
  'a weak match never joins two rows whose %s differs',
  (kind) => {
    expect(
      groupsOf({
        r1: { name: 'x', family: 'a', keys: { [kind]: '1' } },
        r2: { name: 'x', family: 'b', keys: { [kind]: '2' } },
      }),
    ).toEqual(['r1', 'r2'])
  },
)

test('addresses that have one in common do not differ', () => {
  expect(
    groupsOf({
      r1: { name: 'x', family: 'a', keys: { ip: ['1', '2'] } },
      r2: { name: 'y', family: 'b', keys: { ip: ['2', '3'] } },
    }),
  ).toEqual(['r1 r2'])
})

test('a stronger key outweighs a shared weaker one', () => {
  expect(
    groupsOf({
      r1: { keys: { uuid: 'u1', serial: 's' } },
      r2: { keys: { uuid: 'u2', serial: 's' } },
    }),
  ).toEqual(['r1', 'r2'])
  expect(
    groupsOf({
      r1: { keys: { uuid: 'u', serial: 's1' } },
      r2: { keys: { uuid: 'u', serial: 's2' } },
    }),
  ).toEqual(['r1 r2'])
})

test('a row with the keys of two assets makes them one', () => {
  expect(
    groupsOf({
      r1: { keys: { uuid: 'u' } },
      r2: { keys: { serial: 's' } },
      r3: { keys: { uuid: 'u', serial: 's' } },
    }),
  ).toEqual(['r1 r2 r3'])
})

test('a name that could mean two assets is given to neither', () => {
  expect(
    groupsOf({
      r1: { name: 'x', family: 'a', keys: { serial: '1' } },
      r2: { name: 'x', family: 'b', keys: { serial: '2' } },
      r3: { name: 'x', family: 'c' },
    }),
  ).toEqual(['r1', 'r2', 'r3'])
})

test("an address that changed between two exports of one source keeps the name's match", () => {
  expect(
    groupsOf({
      r1: { name: 'x', importId: 'old', keys: { ip: '1' } },
      r2: { name: 'x', importId: 'new', keys: { ip: '2' } },
    }),
  ).toEqual(['r1 r2'])
})

test('two names of one source with one address are two machines', () => {
  expect(
    groupsOf({
      r1: { name: 'node1', keys: { ip: 'cluster' } },
      r2: { name: 'node2', keys: { ip: 'cluster' } },
    }),
  ).toEqual(['r1', 'r2'])
})

test('a source that was split off keeps to its own sheets', () => {
  expect(
    groupsOf({
      r1: { name: 'x', family: 'a' },
      r2: { name: 'x', family: 'b', splitOff: true },
      r3: { name: 'x', family: 'b', splitOff: true },
    }),
  ).toEqual(['r1', 'r2 r3'])
})

test('our own export names its asset, whatever the rest says', () => {
  expect(
    groupsOf({
      r1: { name: 'x', family: 'a', ownAsset: 'one', keys: { uuid: 'u' } },
      r2: { name: 'y', family: 'b', ownAsset: 'one' },
    }),
  ).toEqual(['r1 r2'])
})

test('a value shared by very many tells nobody apart', () => {
  const rows = Array.from({ length: 60 }, (_, i) => [
    `r${i}`,
    { keys: { mac: 'm' }, family: `${i}` },
  ])
  expect(groupsOf(Object.fromEntries(rows))).toHaveLength(60)
})
