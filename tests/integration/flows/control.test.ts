import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cancelFlow } from '@/lib/domain/flows/commands/cancel-flow'
import { pauseFlow } from '@/lib/domain/flows/commands/pause-flow'
import { resumeFlow } from '@/lib/domain/flows/commands/resume-flow'
import { retryFlow } from '@/lib/domain/flows/commands/retry-flow'
import type { PhaseExecutor } from '@/lib/domain/flows/executor'
import { listFlowHistory } from '@/lib/domain/flows/queries'
import { liveFlow } from './live-flow'
import { dataOf, upload } from './upload'
import { createWorld, type World } from './world'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

const file = 'name\nalpha\n'
const flowOf = (flowId: string) => liveFlow(world, flowId)
const waits: PhaseExecutor['step'] = async () => ({
  status: 'waiting',
  result: { status: 'waiting' },
})
const fails: PhaseExecutor['step'] = async () => ({
  status: 'failed',
  failure: { code: 'conflict', reason: 'The estate is locked.', remedy: 'Unlock it and retry.' },
})

test('a paused flow is not driven, and goes on when it is resumed', async () => {
  const { flowId } = await upload(world, file)
  expect(dataOf(await pauseFlow(world.analyst, world.deps, { flowId })).status).toBe('paused')
  expect(await world.drive({ flowId })).toEqual({ steps: 0, broken: 0 })
  expect(await flowOf(flowId)).toMatchObject({ status: 'paused', due: false })
  expect(dataOf(await resumeFlow(world.analyst, world.deps, { flowId })).status).toBe('running')
  expect((await flowOf(flowId))?.due).toBe(true)
  await world.drive({ flowId }, { attribute_mapping: waits })
  expect((await flowOf(flowId))?.status).toBe('waiting_for_approval')
})

test('a flow paused while it waited for a person waits again when it is resumed', async () => {
  const { flowId } = await upload(world, file)
  await world.drive({ flowId }, { attribute_mapping: waits })
  dataOf(await pauseFlow(world.analyst, world.deps, { flowId }))
  const resumed = dataOf(await resumeFlow(world.analyst, world.deps, { flowId }))
  expect(resumed.status).toBe('waiting_for_approval')
  expect((await flowOf(flowId))?.due).toBe(false)
})

test('a pause that arrives during a step takes effect after it', async () => {
  const { flowId } = await upload(world, file)
  let pausing: Promise<unknown> | undefined
  const step: PhaseExecutor['step'] = async () => {
    pausing ??= pauseFlow(world.analyst, world.deps, { flowId })
    return { status: 'continue', cursor: { once: true }, progress: { done: 1, total: 2 } }
  }
  const slow: PhaseExecutor['step'] = async (tx, context) => {
    const outcome = await step(tx, context)
    world.clock.advance(400)
    return outcome
  }
  await world.drive({ flowId, budgetMs: 1_000 }, { data_import: slow })
  expect(await pausing).toMatchObject({ ok: true })
  expect(await flowOf(flowId)).toMatchObject({ status: 'paused' })
})

test('a failure says what happened and what to do, and a retry goes on there', async () => {
  const { flowId } = await upload(world, file)
  const executors = { attribute_mapping: fails }
  await world.drive({ flowId }, executors)
  expect(await flowOf(flowId)).toMatchObject({
    status: 'failed',
    phase: 'attribute_mapping',
    failure: { reason: 'The estate is locked.', remedy: 'Unlock it and retry.' },
  })
  dataOf(await retryFlow(world.analyst, world.deps, { flowId }))
  await world.drive({ flowId }, { attribute_mapping: waits })
  expect((await flowOf(flowId))?.status).toBe('waiting_for_approval')
  const history = await listFlowHistory(world.analyst, world.app, flowId)
  expect(history?.map(({ phase, from, to, by }) => [phase, from, to, by])).toEqual([
    ['data_import', 'pending', 'running', null],
    ['data_import', 'running', 'completed', null],
    ['attribute_mapping', 'pending', 'running', null],
    ['attribute_mapping', 'running', 'failed', null],
    ['attribute_mapping', 'failed', 'running', 'analyst of acme'],
    ['attribute_mapping', 'running', 'waiting', null],
  ])
})

test('a cancelled flow is over', async () => {
  const { flowId } = await upload(world, file)
  dataOf(await cancelFlow(world.analyst, world.deps, { flowId }))
  await world.drive({ flowId })
  expect(await flowOf(flowId)).toMatchObject({ status: 'cancelled', actions: [] })
  for (const order of [pauseFlow, resumeFlow, retryFlow, cancelFlow]) {
    expect(await order(world.analyst, world.deps, { flowId })).toMatchObject({
      code: 'wrong_state',
    })
  }
})

test('an order about a flow that has changed in the meantime is refused', async () => {
  const { flowId } = await upload(world, file)
  const version = (await flowOf(flowId))?.version
  dataOf(await pauseFlow(world.analyst, world.deps, { flowId, version }))
  const late = await cancelFlow(world.analyst, world.deps, { flowId, version })
  const newer = { version: (version ?? 0) + 1, values: { status: 'paused' } }
  expect(late).toMatchObject({ ok: false, code: 'conflict', details: { newer } })
  const { version: seen } = newer
  const ended = await cancelFlow(world.analyst, world.deps, { flowId, version: [1, seen] })
  expect(dataOf(ended).version).toBe(seen + 1)
  expect(await flowOf(flowId)).toMatchObject({ status: 'cancelled', version: seen + 1 })
})

test("another client's flow is not there", async () => {
  const { flowId } = await upload(world, file)
  expect(await listFlowHistory(world.stranger, world.app, flowId)).toBeNull()
  for (const order of [pauseFlow, resumeFlow, retryFlow, cancelFlow]) {
    expect(await order(world.stranger, world.deps, { flowId })).toMatchObject({ code: 'not_found' })
  }
})

test('orders are written down', async () => {
  const { flowId } = await upload(world, file)
  dataOf(await pauseFlow(world.analyst, world.deps, { flowId }))
  const entries = await world.rows(sql`
    select action, actor_id as who from audit_log where subject_id = ${flowId}`)
  expect(entries).toEqual([{ action: 'flow.paused', who: world.analyst.userId }])
})

test('a flow runs through all phases to its end', async () => {
  const { flowId, importId } = await upload(world, file)
  const passes: PhaseExecutor['step'] = async () => ({
    status: 'completed',
    result: { status: 'completed' },
  })
  await world.drive({ flowId }, { attribute_mapping: passes })
  const flow = await flowOf(flowId)
  expect(flow).toMatchObject({ status: 'completed', actions: [], due: false })
  expect(flow?.finishedAt).not.toBeNull()
  expect(flow?.phases.map(({ status }) => status)).toEqual([
    'completed',
    'completed',
    'completed',
    'completed',
    'not_available',
    'not_available',
  ])
  const [row] = await world.rows(sql`select status from data_imports where id = ${importId}`)
  expect(row).toEqual({ status: 'completed' })
})
