import { expect, test } from 'vitest'
import { ownWorkspaces } from './own-workspaces'
import { assetsOf, fingerprintOf, inventoryOf, issuesOf } from './state'
import { fullVNetwork, vInfo, vNetwork, vPartition } from './texts'
import { importFile, placeRows, runInventory } from './workspace'

const workspace = ownWorkspaces()

test('sheets of one export make one set of machines with their parts', async () => {
  const place = await workspace()
  expect(await importFile(place, vInfo)).toMatchObject({ created: 3, merged: 0, rejected: 0 })
  expect(await importFile(place, vNetwork)).toMatchObject({ created: 0, merged: 3 })
  expect(await importFile(place, vPartition)).toMatchObject({ created: 0, merged: 3 })
  const { assets, networkCards, partitions } = await inventoryOf(place)
  expect(assets.map(({ name, weaklyMatched }) => [name, weaklyMatched])).toEqual([
    ['alpha', false],
    ['beta', false],
    ['gamma', false],
  ])
  expect(networkCards).toHaveLength(3)
  expect(partitions).toHaveLength(3)
})

test('rows about parts fill what the machine lacks and replace nothing', async () => {
  const place = await workspace()
  for (const sheet of [vInfo, vNetwork, vPartition]) await importFile(place, sheet)
  const [alpha] = await assetsOf(place)
  expect(alpha?.attributes).toMatchObject({
    power_state: 'on',
    datacenter: 'DC1',
    disk_total_gib: 50,
    nic_count: 2,
  })
})

test('parts stand in for a total until one is reported', async () => {
  const place = await workspace()
  await importFile(place, vPartition)
  expect((await assetsOf(place))[0]?.attributes.disk_total_gib).toBe(30)
  await importFile(place, vInfo)
  expect((await assetsOf(place))[0]?.attributes.disk_total_gib).toBe(50)
})

test('the order of the sheets does not matter', async () => {
  const sheets = [vInfo, vNetwork, vPartition]
  const orders = [
    [0, 1, 2],
    [0, 2, 1],
    [1, 0, 2],
    [1, 2, 0],
    [2, 0, 1],
    [2, 1, 0],
  ]
  const outcomes = []
  for (const order of orders) {
    const place = await workspace()
    for (const index of order) await importFile(place, sheets[index] ?? vInfo)
    outcomes.push(await inventoryOf(place))
  }
  for (const outcome of outcomes) expect(outcome).toEqual(outcomes[0])
})

test('the same files again change nothing and say so', async () => {
  const place = await workspace()
  const sheets = [vInfo, vNetwork, vPartition]
  for (const sheet of sheets) await importFile(place, sheet)
  const before = await fingerprintOf(place)
  for (const sheet of sheets) {
    expect(await importFile(place, sheet)).toMatchObject({
      created: 0,
      merged: 0,
      unchanged: 3,
      rejected: 0,
    })
  }
  expect(await fingerprintOf(place)).toEqual(before)
})

test('sheets that are imported at the same time make each machine once', async () => {
  const place = await workspace()
  const sheets = [vInfo, vNetwork, vPartition]
  const placed = await Promise.all(sheets.map((sheet) => placeRows(place, sheet)))
  await Promise.all(placed.map((id) => runInventory(place, id)))
  expect((await assetsOf(place)).map(({ name }) => name)).toEqual(['alpha', 'beta', 'gamma'])
})

test('a machine whose cards are not as many as it reports carries an issue until they are', async () => {
  const place = await workspace()
  await importFile(place, vInfo)
  expect(await issuesOf(place)).toEqual([])
  await importFile(place, vNetwork)
  expect(await issuesOf(place)).toEqual([
    {
      asset: 'alpha',
      rule: 'nic_count_differs',
      attribute: 'nic_count',
      reason: 'RVTools 3.x vInfo says 2 network cards, 1 is listed.',
      state: 'open',
    },
  ])
  expect((await assetsOf(place)).map(({ openIssueCount }) => openIssueCount)).toEqual([1, 0, 0])
  await importFile(place, fullVNetwork)
  expect((await issuesOf(place)).map(({ state }) => state)).toEqual(['resolved'])
  expect((await assetsOf(place)).map(({ openIssueCount }) => openIssueCount)).toEqual([0, 0, 0])
})

test('a newer export of the same sheet replaces what the older one said', async () => {
  const place = await workspace()
  await importFile(place, vInfo)
  const newer = { ...vInfo, text: vInfo.text.replace('alpha,poweredOn,2', 'alpha,poweredOn,8') }
  expect(await importFile(place, newer)).toMatchObject({ merged: 1, unchanged: 2 })
  expect((await assetsOf(place))[0]?.attributes.cpu_count).toBe(8)
  expect(await importFile(place, vInfo)).toMatchObject({ merged: 1, unchanged: 2 })
  expect((await assetsOf(place))[0]?.attributes.cpu_count).toBe(2)
})
