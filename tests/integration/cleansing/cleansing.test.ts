import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { ownWorkspaces } from '../inventory/own-workspaces'
import { assetsOf } from '../inventory/state'
import { csv, vPartition } from '../inventory/texts'
import { placeRows, query } from '../inventory/workspace'
import { carry, issuesIn, runPhase, serversOf } from './estate'

const workspace = ownWorkspaces()

const doubtful = serversOf([
  { Name: 'a', OS: 'tbd' },
  { Name: 'b', IP: '10.1.2.300' },
  { Name: 'c', IP: '127.0.0.1' },
  { Name: 'd', CPUs: '-2' },
  { Name: 'e', RAM: '16' },
  { Name: 'f', Bought: '2199-05-04' },
  { Name: 'g', Bought: '1900-01-01' },
  { Name: 'h', Serial: 'To be filled by O.E.M.' },
  { Name: 'i', Owner: 'Ada  Lovelace' },
  { Name: 'j' },
])

test('each rule finds what it is for, and its issue belongs to the asset of the row', async () => {
  const place = await workspace()
  await carry(place, doubtful)
  const found = (await issuesIn(place)).map(({ asset, rule, attribute, proposed, fixable }) => [
    asset,
    rule,
    attribute,
    fixable ? proposed : 'no fix',
  ])
  expect(found).toEqual([
    ['a', 'placeholder', 'os_name', null],
    ['b', 'malformed_address', 'ip_address', null],
    ['c', 'unusable_address', 'ip_address', null],
    ['d', 'impossible_size', 'cpu_count', null],
    ['e', 'unlikely_unit', 'memory_mib', '16384'],
    ['f', 'future_date', 'purchase_date', null],
    ['g', 'zero_date', 'purchase_date', null],
    ['h', 'placeholder', 'serial_number', null],
    ['i', 'stray_blanks', 'business_owner', 'Ada Lovelace'],
  ])
  const counts = (await assetsOf(place)).map(({ openIssueCount }) => openIssueCount)
  expect(counts).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 1, 0])
})

test('a phase that is run anew leaves one set of issues', async () => {
  const place = await workspace()
  const id = await placeRows(place, doubtful)
  await runPhase(place, 'data_cleansing', id)
  const keys = () =>
    query(
      place,
      sql`select issue_key, asset_id from asset_issues
        where engagement_id = ${place.scope.engagementId} order by 1`,
    )
  const first = await keys()
  expect(first).toHaveLength(9)
  await runPhase(place, 'data_cleansing', id)
  expect(await keys()).toEqual(first)
  await runPhase(place, 'asset_inventory', id)
  await carry(place, doubtful)
  expect(await issuesIn(place)).toHaveLength(9)
})

test('no fix is offered for what describes a component', async () => {
  const place = await workspace()
  await carry(place, { ...vPartition, text: vPartition.text.replace('20480', '-20480') })
  const found = (await issuesIn(place)).filter(({ rule }) => rule === 'impossible_size')
  expect(found).toMatchObject([{ asset: 'alpha', fixable: false }])
})

test('equal names are an issue of each until they no longer are', async () => {
  const place = await workspace()
  const twins = serversOf([
    { Name: 'twin', Serial: 'SN-7781' },
    { Name: 'twin', Serial: 'SN-7782' },
  ])
  await carry(place, twins)
  const states = async () =>
    (await issuesIn(place))
      .filter(({ rule }) => rule === 'duplicate_name')
      .map(({ state }) => state)
  expect(await states()).toEqual(['open', 'open'])
  expect((await assetsOf(place)).map(({ openIssueCount }) => openIssueCount)).toEqual([1, 1])
  await carry(place, { ...twins, text: twins.text.replace('twin', 'single') })
  expect(await states()).toEqual(['resolved', 'resolved'])
  expect((await assetsOf(place)).map(({ openIssueCount }) => openIssueCount)).toEqual([0, 0])
})

test('a doubt ends with the value: a newer import of the source says something else', async () => {
  const place = await workspace()
  const before = serversOf([
    { Name: 'a', OS: 'tbd' },
    { Name: 'b', IP: '10.1.2.300' },
    { Name: 'c', OS: 'tbd' },
  ])
  await carry(place, before)
  const states = async () => (await issuesIn(place)).map(({ asset, state }) => [asset, state])
  await carry(
    place,
    serversOf([{ Name: 'a', OS: 'Debian' }, { Name: 'b' }, { Name: 'c', OS: 'tbd' }]),
  )
  expect(await states()).toEqual([
    ['a', 'resolved'],
    ['b', 'resolved'],
    ['c', 'open'],
  ])
  expect((await assetsOf(place)).map(({ openIssueCount }) => openIssueCount)).toEqual([0, 0, 1])
  await carry(place, before)
  expect(await states()).toEqual([
    ['a', 'open'],
    ['b', 'open'],
    ['c', 'open'],
  ])
})

test('a doubt outlasts imports of other sources, and files that leave its asset out', async () => {
  const place = await workspace()
  await carry(place, serversOf([{ Name: 'a', OS: 'tbd' }]))
  await carry(place, {
    text: csv(['Name', 'System'], [{ Name: 'a', System: 'Debian' }]),
    columns: { Name: 'name', System: 'os_name' },
    assetType: 'server',
  })
  await carry(place, serversOf([{ Name: 'b' }]))
  const placeholders = (await issuesIn(place)).filter(({ rule }) => rule === 'placeholder')
  expect(placeholders).toMatchObject([{ asset: 'a', state: 'open' }])
})
