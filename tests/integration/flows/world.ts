import type { sql } from 'drizzle-orm'
import { createDatabase, type Database } from '@/db/client'
import { clientAccounts, engagements, memberships, users } from '@/db/schema'
import { fixedClock } from '@/lib/base/clock'
import type { Role } from '@/lib/base/roles'
import { type Scope, sealScope } from '@/lib/base/scope'
import type { PhaseExecutor } from '@/lib/domain/flows/executor'
import { createFlowRunner } from '@/lib/domain/flows/flow-runner'
import { createPhaseRegistry } from '@/lib/domain/flows/phase-registry'
import { finishImport } from '@/lib/domain/imports/finish-import'
import { dataImportExecutor } from '@/lib/domain/imports/parse-step'
import { attributeMappingExecutor } from '@/lib/domain/mapping/mapping-step'
import { type DriveOptions, drive } from '@/lib/jobs/drive'
import { testCoherence } from '../../support/coherence'
import { createTestDatabase } from '../../support/test-database'

/** A test's own database with two client accounts, and time that stands still. */
export type World = Awaited<ReturnType<typeof createWorld>>

type Executors = Partial<Record<PhaseExecutor['phase'], PhaseExecutor['step']>>

/** Opens an empty migrated database; `close` drops it. */
export async function createWorld() {
  const database = await createTestDatabase()
  const open = (url: string) => createDatabase({ url, tls: false, maxConnections: 8 })
  const [app, owner] = [open(database.appUrl), open(database.ownerUrl)]
  const clock = fixedClock(new Date('2026-03-02T08:00:00Z'))
  const acme = await addEngagement(owner, 'acme')
  const globex = await addEngagement(owner, 'globex')
  const deps = { db: app, clock, coherence: testCoherence() }
  const problems: unknown[] = []
  return {
    app,
    owner,
    platformUrl: database.platformUrl,
    clock,
    deps,
    /** Errors that driven steps threw. */
    problems,
    analyst: await addPerson(owner, acme, 'analyst'),
    manager: await addPerson(owner, acme, 'manager'),
    stranger: await addPerson(owner, globex, 'analyst'),
    /** Drives with the real executors of the first two phases, and others as the test says. */
    drive: (options: Partial<DriveOptions> = {}, executors: Executors = {}, db = app) =>
      drive(
        {
          ...deps,
          db,
          runner: createFlowRunner({ registry: registryOf(executors), onCompleted: finishImport }),
          report: (error) => problems.push(error),
        },
        { budgetMs: 1_000, ...options },
      ),
    /** Rows of a query as the owner of the tables. */
    rows: <Row extends Record<string, unknown>>(query: ReturnType<typeof sql>) =>
      owner.transaction(null, async (tx) => (await tx.execute<Row>(query)).rows),
    close: async () => {
      await Promise.all([app.close(), owner.close()])
      await database.drop()
    },
  }
}

const done: PhaseExecutor['step'] = async () => ({
  status: 'completed',
  result: { status: 'completed' },
})

function registryOf(executors: Executors) {
  const steps = {
    data_import: dataImportExecutor.step,
    attribute_mapping: attributeMappingExecutor.step,
    data_cleansing: done,
    asset_inventory: done,
    ...executors,
  }
  return createPhaseRegistry(
    Object.entries(steps).map(([phase, step]) => ({
      phase: phase as PhaseExecutor['phase'],
      step,
    })),
  )
}

type Engagement = Pick<Scope, 'clientId' | 'engagementId' | 'clientSlug' | 'engagementSlug'>

async function addEngagement(owner: Database, clientSlug: string): Promise<Engagement> {
  return owner.transaction(null, async (tx) => {
    const [client] = await tx
      .insert(clientAccounts)
      .values({ slug: clientSlug, name: clientSlug })
      .returning()
    if (!client) throw new Error('no client account')
    const engagementSlug = 'move'
    const [engagement] = await tx
      .insert(engagements)
      .values({ clientAccountId: client.id, slug: engagementSlug, name: 'Move' })
      .returning()
    if (!engagement) throw new Error('no engagement')
    return { clientId: client.id, engagementId: engagement.id, clientSlug, engagementSlug }
  })
}

async function addPerson(
  owner: Database,
  engagement: Engagement,
  role: Exclude<Role, 'admin'>,
): Promise<Scope> {
  const { clientId: clientAccountId, engagementId, clientSlug } = engagement
  const userId = await owner.transaction(null, async (tx) => {
    const [user] = await tx
      .insert(users)
      .values({
        email: `${role}@${clientSlug}.test`,
        name: `${role} of ${clientSlug}`,
        status: 'active',
      })
      .returning()
    if (!user) throw new Error('no user')
    await tx.insert(memberships).values({ clientAccountId, engagementId, userId: user.id, role })
    return user.id
  })
  return sealScope({ ...engagement, userId, role })
}
