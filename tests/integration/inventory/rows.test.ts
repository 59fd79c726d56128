import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { ownWorkspaces } from './own-workspaces'
import { assetsOf, issuesOf } from './state'
import { csv } from './texts'
import { importFile, placeRows, query, runInventory } from './workspace'

const workspace = ownWorkspaces()

const columns = {
  Name: 'name',
  IP: 'ip_address',
  CPUs: 'cpu_count',
  OS: 'os_name',
  RAM: 'memory_mib',
}
const headers = Object.keys(columns)

test('only a missing identity rejects a row, with everything that is wrong in it', async () => {
  const place = await workspace()
  const outcome = await importFile(place, {
    text: csv(headers, [
      { Name: 'one', CPUs: 'many', IP: '10.0.0.300' },
      { IP: '10.0.0.2' },
      { Name: 'N/A', IP: '10.0.0.300', CPUs: 'many' },
      { OS: 'Ubuntu' },
    ]),
    columns,
    assetType: 'server',
  })
  expect(outcome).toMatchObject({ created: 2, merged: 0, unchanged: 0, rejected: 2 })
  const rows = await query(
    place,
    sql`select row_number as row, problems from raw_rows
      where data_import_id = ${outcome.dataImportId} and outcome = 'rejected' order by 1`,
  )
  expect(rows).toEqual([
    {
      row: 3,
      problems: [
        {
          column: 'Name',
          code: 'identity_missing',
          reason: '“N/A” is no name, and no address or id says which asset this row is about.',
        },
        {
          column: 'IP',
          code: 'not_an_address',
          reason: '“10.0.0.300” is not an IP address (IPv4 has four parts of 0 to 255).',
        },
        { column: 'CPUs', code: 'not_a_number', reason: '“many” is not a number.' },
      ],
    },
    {
      row: 4,
      problems: [
        {
          column: 'Name',
          code: 'identity_missing',
          reason: 'Nothing says which asset this row is about: name, addresses and ids are empty.',
        },
      ],
    },
  ])
})

test('a value that cannot be read, and one that is missing, is an issue of the asset', async () => {
  const place = await workspace()
  const file = {
    text: csv(headers, [{ Name: 'one', CPUs: 'many', OS: 'Ubuntu', RAM: '8 GB' }]),
    columns,
    assetType: 'server',
  }
  await importFile(place, file)
  const expected = [
    ['missing_attribute', 'cpu_count', 'CPU count is missing.'],
    ['unreadable_value', 'cpu_count', '“many” is not a number.'],
  ]
  const shown = async () =>
    (await issuesOf(place)).map(({ rule, attribute, reason }) => [rule, attribute, reason])
  expect(await shown()).toEqual(expected)
  await importFile(place, file)
  expect(await shown()).toEqual(expected)
  const [asset] = await assetsOf(place)
  expect(asset).toMatchObject({ openIssueCount: 2, attributes: { memory_mib: 8192 } })
  await importFile(place, { ...file, text: file.text.replace('many', '4') })
  expect((await issuesOf(place)).map(({ state }) => state)).toContain('resolved')
})

test('what was doubted on a row is bound to its asset, once', async () => {
  const place = await workspace()
  const file = {
    text: csv(headers, [{ Name: 'one', CPUs: '2', OS: 'N/A', RAM: '1024' }, { OS: 'N/A' }]),
    columns,
    assetType: 'server',
  }
  for (let time = 0; time < 2; time += 1) {
    const id = await placeRows(place, file)
    await query(
      place,
      sql`insert into asset_issues (client_account_id, engagement_id, data_import_id, row_number,
        rule, attribute, value, fixable, reason, issue_key)
      select ${place.scope.clientId}::uuid, ${place.scope.engagementId}::uuid, ${id}::uuid, row,
        'placeholder', 'os_name', 'N/A', true, 'stands for nothing',
        concat_ws(':', 'row', ${id}::text, row, 'placeholder', 'os_name')
      from generate_series(1, 2) row`,
    )
    expect(await runInventory(place, id)).toMatchObject({ rejected: 1 })
    expect(await issuesOf(place)).toEqual([
      {
        asset: 'one',
        rule: 'placeholder',
        attribute: 'os_name',
        reason: 'stands for nothing',
        state: 'open',
      },
    ])
    expect((await assetsOf(place))[0]?.openIssueCount).toBe(1)
  }
})

test('what a rule doubts already is not doubted twice', async () => {
  const place = await workspace()
  const id = await placeRows(place, {
    text: csv(headers, [{ Name: 'one', CPUs: '2', OS: 'Ubuntu', RAM: '1024', IP: '10.0.0.0.1' }]),
    columns,
    assetType: 'server',
  })
  await query(
    place,
    sql`insert into asset_issues (client_account_id, engagement_id, data_import_id, row_number,
      rule, attribute, value, fixable, reason, issue_key)
    values (${place.scope.clientId}, ${place.scope.engagementId}, ${id}, 1, 'malformed_address',
      'ip_address', '10.0.0.0.1', true, 'has five parts', ${`row:${id}:1`})`,
  )
  await runInventory(place, id)
  expect((await issuesOf(place)).map(({ rule }) => rule)).toEqual(['malformed_address'])
})

test('headers that name parts of every object are columns like any other', async () => {
  const place = await workspace()
  const names = ['__proto__', 'constructor']
  const outcome = await importFile(place, {
    text: csv(['Name', ...names], [{ Name: 'one', constructor: 'x' }]),
    columns: { Name: 'name', constructor: 'business_owner' },
    assetType: 'application',
  })
  expect(outcome).toMatchObject({ created: 1 })
  expect((await assetsOf(place))[0]?.attributes).toMatchObject({ business_owner: 'x' })
})

test('many rows add up, in one step and in as many as the time allows', async () => {
  const many = Array.from({ length: 2500 }, (_, i) => ({ Name: `vm ${i % 2200}`, CPUs: '2' }))
  const file = { text: csv(headers, many), columns, assetType: 'virtual_machine' }
  const counts = { created: 2200, merged: 0, unchanged: 300, rejected: 0 }
  const atOnce = await importFile(await workspace(), file)
  expect(atOnce).toMatchObject(counts)
  expect(atOnce.steps).toHaveLength(1)
  const sliceBySlice = await importFile(await workspace(), file, () => true)
  expect(sliceBySlice).toMatchObject(counts)
  expect(sliceBySlice.steps).toHaveLength(5)
})
