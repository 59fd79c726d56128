import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Assignment, assignAssets } from './assign-assets'
import type { MatchKey } from './match-keys'
import { groupRecords, type MatchRecord } from './match-rules'

const few = (prefix: string) => fc.integer({ min: 1, max: 4 }).map((n) => `${prefix}${n}`)

const rowArbitrary = fc.record(
  {
    uuid: few('u'),
    serial: few('s'),
    mac: few('m'),
    ip: few('i'),
    name: few('n'),
    family: fc.constantFrom('cmdb', 'vmware', 'agent'),
  },
  { requiredKeys: ['family'] },
)
type Row = {
  uuid?: string
  serial?: string
  mac?: string
  ip?: string
  name?: string
  family: string
}

const rowsArbitrary = fc.array(rowArbitrary, { minLength: 1, maxLength: 12 })

function recordOf(row: Row, index: number): MatchRecord {
  const strong = (['uuid', 'serial', 'mac', 'ip'] as const).flatMap((kind): MatchKey[] => {
    const value = row[kind]
    return value === undefined ? [] : [{ kind, value, about: kind }]
  })
  const ref = `r${String(index).padStart(3, '0')}`
  return {
    ref,
    assetId: null,
    age: ref,
    family: row.family,
    importId: row.family,
    keys: { strong, name: row.name ?? null },
    ownAsset: null,
    splitOff: false,
  }
}

/** The groups as sets of names, in a form that can be compared. */
function partition(groups: readonly (readonly MatchRecord[])[]): string[] {
  return groups
    .map((records) =>
      records
        .map(({ ref }) => ref)
        .sort()
        .join(' '),
    )
    .sort()
}

test('the order of the records does not matter', () => {
  fc.assert(
    fc.property(
      rowsArbitrary.chain((rows) => {
        const records = rows.map(recordOf)
        return fc.tuple(
          fc.constant(records),
          fc.shuffledSubarray(records, { minLength: records.length }),
        )
      }),
      ([records, shuffled]) => {
        const groups = (some: MatchRecord[]) => groupRecords(some).map((group) => group.records)
        expect(partition(groups(shuffled))).toEqual(partition(groups(records)))
      },
    ),
    { numRuns: 500 },
  )
})

/** Imports one record after the other, as steps do; the assets that are there at the end. */
function importInTurn(records: readonly MatchRecord[]): string[] {
  let present: MatchRecord[] = []
  let made = 0
  for (const record of records) {
    const groups = groupRecords([...present, record])
    const assignments: Assignment[] = assignAssets(groups, () => {
      made += 1
      return `asset ${String(made).padStart(4, '0')}`
    })
    present = assignments.flatMap(({ group, assetId }) =>
      group.records.map((own) => ({ ...own, assetId })),
    )
  }
  const assets = new Map<string, MatchRecord[]>()
  for (const record of present) {
    const id = record.assetId ?? ''
    assets.set(id, [...(assets.get(id) ?? []), record])
  }
  return partition([...assets.values()])
}

test('importing in another order gives the same assets', () => {
  fc.assert(
    fc.property(
      rowsArbitrary.chain((rows) => {
        const records = rows.map(recordOf)
        return fc.tuple(
          fc.constant(records),
          fc.shuffledSubarray(records, { minLength: records.length }),
        )
      }),
      ([records, shuffled]) => {
        expect(importInTurn(shuffled)).toEqual(importInTurn(records))
      },
    ),
    { numRuns: 500 },
  )
})

test('no group holds two records that only a name joins and whose keys differ', () => {
  fc.assert(
    fc.property(rowsArbitrary, (rows) => {
      for (const { weakParts } of groupRecords(rows.map(recordOf))) {
        weakParts.forEach((left, i) => {
          for (const right of weakParts.slice(i + 1)) {
            for (const kind of ['uuid', 'serial', 'mac', 'ip'] as const) {
              const of = (records: MatchRecord[]) =>
                new Set(
                  records.flatMap(({ keys }) =>
                    keys.strong.filter((key) => key.kind === kind).map(({ value }) => value),
                  ),
                )
              const [ours, theirs] = [of(left), of(right)]
              const shared = [...ours].some((value) => theirs.has(value))
              expect(ours.size > 0 && theirs.size > 0 && !shared).toBe(false)
            }
          }
        })
      }
    }),
    { numRuns: 500 },
  )
})
