import { afterAll, beforeAll, expect, test } from 'vitest'
import { findFlow } from '@/lib/domain/flows/queries'
import { findImport } from '@/lib/domain/imports/queries'
import { approveMappings } from '@/lib/domain/mapping/commands/approve-mappings'
import { changeMapping } from '@/lib/domain/mapping/commands/change-mapping'
import { rejectMappings } from '@/lib/domain/mapping/commands/reject-mappings'
import { findMappingPage } from '@/lib/domain/mapping/queries'
import { liveFlow } from '../flows/live-flow'
import { dataOf, upload } from '../flows/upload'
import { createWorld, type World } from '../flows/world'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

const servers = [
  'Server Name,CPU Count,Memory (MB),Zzyx Qwv',
  'alpha,2,4096,k1',
  'beta,4,8192,k2',
  'gamma,8,16384,k1',
].join('\n')

async function waiting(content = servers, scope = world.analyst) {
  const { flowId, importId } = await upload(world, content, { scope })
  await world.drive({ flowId })
  expect(world.problems).toEqual([])
  return { flowId, importId }
}

async function pageOf(flowId: string) {
  const page = await findMappingPage(world.analyst, world.app, flowId)
  if (page === null) expect.fail('no page')
  return page
}

const column = async (flowId: string, header: string) => {
  const found = (await pageOf(flowId)).columns.find((one) => one.header === header)
  if (!found) expect.fail(`no column ${header}`)
  return found
}
const all = { all: true } as const
const approveAll = (flowId: string) =>
  approveMappings(world.analyst, world.deps, { flowId, which: all })
const statusOf = async (flowId: string) =>
  (await findFlow(world.analyst, world.app, flowId))?.status

test('every column of the file is on the page with samples, reasons and a confidence', async () => {
  const { flowId, importId } = await waiting()
  const page = await pageOf(flowId)
  expect(page).toMatchObject({ importId, open: true, rowCount: 3, identityMissing: false })
  expect(page.columns.map(({ header, attribute }) => [header, attribute])).toEqual([
    ['Server Name', 'name'],
    ['CPU Count', 'cpu_count'],
    ['Memory (MB)', 'memory_mib'],
    ['Zzyx Qwv', null],
  ])
  for (const { attribute, confidence, reasons } of page.columns) {
    expect(confidence).toBeGreaterThanOrEqual(0)
    expect(confidence).toBeLessThanOrEqual(1)
    if (attribute) expect(reasons).not.toEqual([])
  }
  expect(page.columns[2]).toMatchObject({ samples: ['4096', '8192', '16384'], targetUnit: 'MiB' })
  expect(page.columns[3]?.samples).toEqual(['k1', 'k2'])
  const { autoMapped, needsReview, approved, unmapped } = page.statistics
  expect([autoMapped + needsReview, approved, unmapped]).toEqual([3, 0, 1])
  expect(await statusOf(flowId)).toBe('waiting_for_approval')
})

test('bulk approval decides about all columns with an attribute, and the flow goes on', async () => {
  const { flowId, importId } = await waiting()
  expect(await approveAll(flowId)).toEqual({
    ok: true,
    data: { flowId, decided: 3, passedOver: [], undecided: 0, continues: true },
  })
  const flow = await liveFlow(world, flowId)
  expect(flow).toMatchObject({ status: 'running', phase: 'data_cleansing', due: true })
  expect(flow?.phases[1]).toMatchObject({
    status: 'completed',
    result: { status: 'completed', columns: 4, approved: 3, leftOut: 1 },
  })
  expect((await pageOf(flowId)).statistics).toEqual({
    autoMapped: 0,
    needsReview: 0,
    approved: 3,
    unmapped: 1,
  })
  expect((await findImport(world.analyst, world.app, importId))?.columns).toEqual({
    mapped: 3,
    unmapped: ['Zzyx Qwv'],
  })
  await world.drive({ flowId })
  expect(await statusOf(flowId)).toBe('completed')
  expect(await approveAll(flowId)).toMatchObject({ ok: false, code: 'wrong_state' })
})

test('the flow waits until the last column with an attribute is decided', async () => {
  const { flowId } = await waiting()
  const [name, cpu, memory] = (await pageOf(flowId)).columns.map(({ mappingId }) => mappingId)
  if (!name || !cpu || !memory) expect.fail('columns are missing')
  const approved = await approveMappings(world.analyst, world.deps, {
    flowId,
    which: { ids: [name, cpu] },
  })
  expect(dataOf(approved)).toMatchObject({ flowId, decided: 2, undecided: 1, continues: false })
  expect(await statusOf(flowId)).toBe('waiting_for_approval')
  const rejected = await rejectMappings(world.analyst, world.deps, {
    flowId,
    which: { ids: [memory] },
  })
  expect(dataOf(rejected)).toMatchObject({ flowId, decided: 1, undecided: 0, continues: true })
  expect(await statusOf(flowId)).toBe('running')
})

test('a filter decides about what it names only', async () => {
  const { flowId } = await waiting()
  const sure = await approveMappings(world.analyst, world.deps, {
    flowId,
    which: { filter: { minConfidence: 1.0 } },
  })
  expect(dataOf(sure).undecided).toBe(3 - dataOf(sure).decided)
  const states = (await pageOf(flowId)).columns
  for (const { attribute, confidence, state } of states) {
    if (attribute) expect(state === 'approved').toBe(confidence >= 1)
  }
})

test('a column can be given another attribute, or none', async () => {
  const { flowId } = await waiting()
  const cpu = await column(flowId, 'CPU Count')
  const change = {
    flowId,
    mappingId: cpu.mappingId,
    attribute: 'cpu_sockets',
    version: cpu.version,
  }
  expect(dataOf(await changeMapping(world.analyst, world.deps, change)).decided).toBe(1)
  expect(await column(flowId, 'CPU Count')).toMatchObject({
    attribute: 'cpu_sockets',
    state: 'approved',
    sourceUnit: null,
    decidedBy: 'analyst of acme',
    version: cpu.version + 1,
  })
  const memory = await column(flowId, 'Memory (MB)')
  const none = { flowId, mappingId: memory.mappingId, attribute: null, version: memory.version }
  dataOf(await changeMapping(world.analyst, world.deps, none))
  expect(await column(flowId, 'Memory (MB)')).toMatchObject({ attribute: null, state: 'rejected' })
})

test('whoever saw an older state of a column is refused', async () => {
  const { flowId } = await waiting()
  const { mappingId, version } = await column(flowId, 'CPU Count')
  const change = (attribute: string) =>
    changeMapping(world.analyst, world.deps, { flowId, mappingId, attribute, version })
  const changed = dataOf(await change('cpu_sockets'))
  const newer = { version: changed.version, values: { attribute: 'cpu_sockets' } }
  expect(await change('cpu_count')).toMatchObject({
    ok: false,
    code: 'conflict',
    details: { newer },
  })
  expect((await column(flowId, 'CPU Count')).attribute).toBe('cpu_sockets')
})

test('two people at once: one change wins, the other is told', async () => {
  const { flowId } = await waiting()
  const { mappingId, version } = await column(flowId, 'CPU Count')
  const answers = await Promise.all(
    ['cpu_sockets', 'cpu_count'].map((attribute) =>
      changeMapping(world.analyst, world.deps, { flowId, mappingId, attribute, version }),
    ),
  )
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  expect(answers.find(({ ok }) => !ok)).toMatchObject({ code: 'conflict' })
})

test('an attribute that does not exist is refused', async () => {
  const { flowId } = await waiting()
  const { mappingId, version } = await column(flowId, 'CPU Count')
  const change = { flowId, mappingId, attribute: '__proto__', version }
  expect(await changeMapping(world.analyst, world.deps, change)).toMatchObject({
    code: 'invalid_input',
    fields: { attribute: expect.any(String) },
  })
})

test('without a column that names the machine nothing is approved, and the flow waits', async () => {
  const { flowId } = await waiting('Number of CPUs,RAM (MB)\n2,4096\n4,8192\n')
  expect((await pageOf(flowId)).identityMissing).toBe(true)
  expect(await approveAll(flowId)).toMatchObject({ ok: false, code: 'identity_missing' })
  expect((await pageOf(flowId)).statistics.approved).toBe(0)
  expect(await statusOf(flowId)).toBe('waiting_for_approval')
  const { mappingId, version } = await column(flowId, 'Number of CPUs')
  const change = { flowId, mappingId, attribute: 'name', version }
  dataOf(await changeMapping(world.analyst, world.deps, change))
  expect(dataOf(await approveAll(flowId)).continues).toBe(true)
})

test('600 columns are suggested, approved and learned in bulk', async () => {
  const headers = [
    'Server Name',
    ...Array.from({ length: 599 }, (_, n) => `Disk ${n + 1} size (GB)`),
  ]
  const row = (name: string) => [name, ...Array.from({ length: 599 }, (_, n) => String(n + 10))]
  const content = [headers, row('alpha'), row('beta')].map((cells) => cells.join(',')).join('\n')
  const { flowId } = await waiting(content)
  const page = await pageOf(flowId)
  expect(page.columns).toHaveLength(600)
  const { autoMapped, needsReview } = page.statistics
  expect(dataOf(await approveAll(flowId))).toMatchObject({
    decided: autoMapped + needsReview,
    continues: true,
  })
})

test("another client's mapping is not there", async () => {
  const { flowId } = await waiting()
  const decided = await approveMappings(world.stranger, world.deps, { flowId, which: all })
  expect(decided).toMatchObject({ ok: false, code: 'not_found' })
  expect(await findMappingPage(world.stranger, world.app, flowId)).toBeNull()
  const ours = await waiting()
  const [foreign] = (await pageOf(flowId)).columns
  if (!foreign) expect.fail('no column')
  const which = { ids: [foreign.mappingId] }
  const elsewhere = await approveMappings(world.analyst, world.deps, { flowId: ours.flowId, which })
  expect(dataOf(elsewhere).decided).toBe(0)
})

test('columns that our own exports add are left out and never block', async () => {
  const { flowId } = await waiting(
    'Server Name,Portolan: row,Portolan: problem\nalpha,7,no name\nbeta,8,no name\n',
  )
  const { columns } = await pageOf(flowId)
  expect(columns.map(({ header, attribute }) => [header, attribute])).toEqual([
    ['Server Name', 'name'],
    ['Portolan: row', null],
    ['Portolan: problem', null],
  ])
  expect(dataOf(await approveAll(flowId)).continues).toBe(true)
})
