import { sql } from 'drizzle-orm'
import { afterAll, beforeEach, expect, test } from 'vitest'
import type { Database } from '@/db/client'
import { retryFlow } from '@/lib/domain/flows/commands/retry-flow'
import type { PhaseExecutor } from '@/lib/domain/flows/executor'
import { claimJob } from '@/lib/jobs/claim-job'
import { leaseMs } from '@/lib/jobs/lease'
import { maxAttempts } from '@/lib/jobs/retry-delay'
import { liveFlow } from './live-flow'
import { dataOf, upload } from './upload'
import { createWorld, type World } from './world'

let world: World
const worlds: World[] = []
beforeEach(async () => {
  world = await createWorld()
  worlds.push(world)
})
afterAll(() => Promise.all(worlds.map((one) => one.close())))

const file = 'name\nalpha\n'
const flowOf = (flowId: string) => liveFlow(world, flowId)

/** A phase of `total` steps, each of which leaves a line in the history of its flow. */
const counting = (total: number, also?: () => Promise<void>): PhaseExecutor['step'] => {
  return async (tx, { flowId, scope, cursor }) => {
    const done = Number(cursor?.done ?? 0) + 1
    await tx.execute(sql`
      insert into flow_phase_history
        (flow_id, phase, client_account_id, engagement_id, to_status, detail)
      values (${flowId}, 'data_import', ${scope.clientId}, ${scope.engagementId}, 'running',
              jsonb_build_object('step', ${done}::int))`)
    await also?.()
    if (done === total) return { status: 'waiting', result: { status: 'waiting' } }
    return { status: 'continue', cursor: { done }, progress: { done, total } }
  }
}

async function stepsOf(flowId: string): Promise<number[]> {
  const rows = await world.rows<{ step: number }>(sql`
    select (detail->>'step')::int as step from flow_phase_history
     where flow_id = ${flowId} and detail ? 'step' order by id`)
  return rows.map(({ step }) => step)
}

const upTo = (total: number) => Array.from({ length: total }, (_, index) => index + 1)

test('two drivers at once run every step of every flow exactly once', async () => {
  const flows: string[] = []
  for (let n = 0; n < 4; n += 1) flows.push((await upload(world, file)).flowId)
  const executors = { data_import: counting(6) }
  const reports = await Promise.all([
    world.drive({}, executors),
    world.drive({}, executors),
    world.drive({ flowId: flows[0] }, executors),
  ])
  expect(reports.reduce((sum, { steps }) => sum + steps, 0)).toBe(24)
  expect(world.problems).toEqual([])
  for (const flowId of flows) {
    expect(await stepsOf(flowId)).toEqual(upTo(6))
    expect((await flowOf(flowId))?.status).toBe('waiting_for_approval')
  }
})

test('a driver that is killed between two steps loses nothing; its lease runs out', async () => {
  const { flowId } = await upload(world, file)
  const executors = { data_import: counting(3) }
  expect(await claimJob(world.app, world.clock.now())).toMatchObject({ flowId })
  expect(await world.drive({}, executors)).toEqual({ steps: 0, broken: 0 })
  world.clock.advance(leaseMs + 1)
  expect((await flowOf(flowId))?.status).toBe('running')
  expect(await world.drive({}, executors)).toEqual({ steps: 3, broken: 0 })
  expect(await stepsOf(flowId)).toEqual(upTo(3))
})

test('a driver that is cut off in the middle of a step leaves nothing of the step', async () => {
  const { flowId } = await upload(world, file)
  let cut = true
  const executors = {
    data_import: counting(3, async () => {
      if (!cut) return
      cut = false
      throw new Error('cut off')
    }),
  }
  expect(await world.drive({}, executors)).toEqual({ steps: 0, broken: 1 })
  expect(await stepsOf(flowId)).toEqual([])
  expect(world.problems).toEqual([new Error('cut off')])
  // It is due again after a moment, and not before.
  expect(await world.drive({}, executors)).toEqual({ steps: 0, broken: 0 })
  world.clock.advance(1_001)
  expect(await world.drive({}, executors)).toEqual({ steps: 3, broken: 0 })
  expect(await stepsOf(flowId)).toEqual(upTo(3))
})

test('a connection that breaks in the middle of a step loses nothing', async () => {
  const { flowId } = await upload(world, file)
  let broken = false
  const breaking: PhaseExecutor['step'] = async (tx, context) => {
    const outcome = await counting(3)(tx, context)
    if (broken) return outcome
    broken = true
    const { rows } = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`)
    await world.app.transaction(null, (other) =>
      other.execute(sql`select pg_terminate_backend(${rows[0]?.pid}::int)`),
    )
    return outcome
  }
  expect(await world.drive({}, { data_import: breaking })).toEqual({ steps: 0, broken: 1 })
  expect(await stepsOf(flowId)).toEqual([])
  world.clock.advance(leaseMs + 1)
  await world.drive({}, { data_import: breaking })
  expect(await stepsOf(flowId)).toEqual(upTo(3))
  expect((await flowOf(flowId))?.status).toBe('waiting_for_approval')
})

test('a driver that wakes up after its lease was taken writes nothing', async () => {
  const { flowId } = await upload(world, file)
  const executors = { data_import: counting(3) }
  let transactions = 0
  const { app } = world
  // The second is the step itself, after its heartbeat.
  const sleepy: Database = {
    ...app,
    begin: async (tenantId) => {
      transactions += 1
      if (transactions === 2) {
        world.clock.advance(leaseMs + 1)
        await world.drive({}, executors)
      }
      return app.begin(tenantId)
    },
  }
  expect(await world.drive({}, executors, sleepy)).toEqual({ steps: 0, broken: 1 })
  expect(world.problems).toEqual([])
  expect(await stepsOf(flowId)).toEqual(upTo(3))
})

test('a step that always fails is given up with a reason, and can be retried', async () => {
  const { flowId } = await upload(world, file)
  const broken: PhaseExecutor['step'] = () => Promise.reject(new Error('never works'))
  for (let attempt = 0; attempt < maxAttempts + 2; attempt += 1) {
    await world.drive({}, { data_import: broken })
    world.clock.advance(120_000)
  }
  expect(world.problems).toHaveLength(maxAttempts)
  const failed = await flowOf(flowId)
  expect(failed).toMatchObject({
    status: 'failed',
    failure: { code: 'internal', remedy: expect.stringContaining('Retry') },
    actions: ['retry', 'cancel'],
    due: false,
  })
  dataOf(await retryFlow(world.analyst, world.deps, { flowId }))
  await world.drive({}, { data_import: counting(2) })
  expect(await flowOf(flowId)).toMatchObject({ status: 'waiting_for_approval' })
  expect((await flowOf(flowId))?.failure).toBeUndefined()
})

test('a step that kills its process every time is given up, too', async () => {
  const { flowId } = await upload(world, file)
  await world.rows(sql`update jobs set attempts = ${maxAttempts} where flow_id = ${flowId}`)
  await world.drive({}, { data_import: counting(2) })
  expect(await stepsOf(flowId)).toEqual([])
  expect((await flowOf(flowId))?.failure?.code).toBe('internal')
})

test('many steps in a row are no attempts', async () => {
  const { flowId } = await upload(world, file)
  await world.drive({}, { data_import: counting(maxAttempts * 3) })
  expect(await stepsOf(flowId)).toEqual(upTo(maxAttempts * 3))
})

test('steps stop when their starter loses access', async () => {
  const { flowId } = await upload(world, file)
  await world.rows(sql`delete from memberships where user_id = ${world.analyst.userId}`)
  await world.drive({}, { data_import: counting(2) })
  expect(await flowOf(flowId)).toMatchObject({
    status: 'failed',
    failure: { code: 'forbidden' },
    actions: ['retry', 'cancel'],
  })
})

test('the heartbeat is there before the step is done', async () => {
  const { flowId } = await upload(world, file)
  const seen: (string | null | undefined)[] = []
  const watching = counting(2, async () => {
    seen.push((await flowOf(flowId))?.heartbeatAt)
    world.clock.advance(5_000)
  })
  await world.drive({ budgetMs: 60_000 }, { data_import: watching })
  expect(seen).toEqual(['2026-03-02T08:00:00.000Z', '2026-03-02T08:00:05.000Z'])
})

test('no step begins after the time is over, and the next driver goes on at once', async () => {
  const { flowId } = await upload(world, file)
  const slow = counting(5, async () => world.clock.advance(600))
  expect(await world.drive({ budgetMs: 1_000 }, { data_import: slow })).toMatchObject({ steps: 2 })
  expect(await flowOf(flowId)).toMatchObject({ status: 'running', progress: { done: 2, total: 5 } })
  await world.drive({ budgetMs: 60_000 }, { data_import: slow })
  expect(await stepsOf(flowId)).toEqual(upTo(5))
})

test('work that is due is found by an index', async () => {
  const plan = await world.owner.transaction(null, async (tx) => {
    await tx.execute(sql`set local enable_seqscan = off`)
    const { rows } = await tx.execute<{ 'QUERY PLAN': string }>(sql`
      explain select id from jobs
       where status = 'ready' and run_at <= now() order by run_at limit 1`)
    return rows.map((row) => row['QUERY PLAN']).join('\n')
  })
  expect(plan).toContain('jobs_due')
})
