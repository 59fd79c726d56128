import { eq, sql } from 'drizzle-orm'
import { NextRequest } from 'next/server'
import { encode } from 'next-auth/jwt'
import { createDatabase } from '@/db/client'
import { users } from '@/db/schema'
import { sessionCookieName } from '@/lib/auth/session-cookie'
import { parseEnv } from '@/lib/env'
import { parseFlags } from '@/lib/flags/parse-flags'
import { createContainer } from '@/lib/server/create-container'
import { obeyFlags, type RequestFlags } from '@/lib/server/flags/obey-flags'
import { connectStore, keysOfDatabase } from '@/lib/write/connect'
import { openNamespaces } from '@/scripts/seed/open-namespaces'
import { createTestDatabase } from '../../support/test-database'
import { fillEveryTable } from '../db/every-table'

const site = 'https://portolan.example'

/** All that the edge finds out about a request depends on these. */
export const allNew = {
  'cache-enabled': true,
  'cache-path': { default: { path: 'redis' } },
  'http-validators': { default: true },
  'live-updates': { default: true },
}

export function flagsAsWritten(written: Record<string, unknown>): RequestFlags {
  const { values } = parseFlags({ ...allNew, ...written })
  return obeyFlags(values, { digest: 'written', source: 'edge-config' }, null)
}

interface Person {
  userId: string
  sessionVersion: number
  sessionId: string
}

/** A process of the site up to where its pages would begin, two client accounts, four people. */
export async function createStage() {
  const database = await createTestDatabase()
  const settings = parseEnv({
    ...database.env,
    NODE_ENV: 'test',
    APP_URL: site,
    VERCEL_DEPLOYMENT_ID: 'first',
  })
  /** Counts are sent after seconds: what is under way is waited for at the end alone. */
  const underWay: Promise<unknown>[] = []
  const afterwards: Promise<unknown>[] = []
  const container = createContainer(settings, {
    keepUp: (work) =>
      void (typeof work === 'function' ? afterwards.push(work()) : underWay.push(work)),
    announceToPages: () => undefined,
    // No test is about time, and the machine may be busy.
    readBudget: 20_000,
  })
  const owner = createDatabase({ url: database.ownerUrl, tls: false })
  const tenants = await owner.transaction(null, fillEveryTable)
  const { acme } = tenants
  const rowsOf = async (query: ReturnType<typeof sql>) =>
    (await owner.transaction(null, (tx) => tx.execute<{ id: string }>(query))).rows
  const add = async (email: string, isAdmin: boolean, role: string | null): Promise<Person> => {
    const [row] = await rowsOf(sql`
      insert into users (email, name, is_admin, status)
      values (${email}, 'Somebody', ${isAdmin}, 'active') returning id`)
    const userId = row?.id ?? ''
    if (role) {
      await rowsOf(sql`
        insert into memberships (client_account_id, engagement_id, user_id, role)
        values (${acme.clientAccountId}, ${acme.engagementId}, ${userId}, ${role}) returning id`)
    }
    return { userId, sessionVersion: 1, sessionId: crypto.randomUUID() }
  }
  const [analyst] = await owner.read(null, (q) =>
    q.select({ id: users.id }).from(users).where(eq(users.email, 'person@portolan.test')),
  )
  const people = {
    analyst: { userId: analyst?.id ?? '', sessionVersion: 1, sessionId: crypto.randomUUID() },
    viewer: await add('viewer@portolan.test', false, 'viewer'),
    admin: await add('admin@portolan.test', true, null),
    stranger: await add('stranger@portolan.test', false, null),
  }
  const store = connectStore({
    url: settings.UPSTASH_REDIS_REST_URL,
    token: settings.UPSTASH_REDIS_REST_TOKEN,
    keys: keysOfDatabase(settings.DATABASE_URL),
  })
  await openNamespaces(owner, store)
  await container.relay()

  return {
    container,
    settings,
    people,
    tenants,
    store,
    rowsOf,
    /** Waits for what was put off until after the answers. */
    settled: () => Promise.all(afterwards.splice(0)),
    async requestOf(person: Person | null, path: string, headers: Record<string, string> = {}) {
      const secret = settings.NEXTAUTH_SECRET
      const sent = new Headers(headers)
      if (person) {
        const token = await encode({ token: { ...person }, secret })
        sent.set('cookie', `${sessionCookieName(true)}=${token}`)
      }
      return new NextRequest(`${site}${path}`, { headers: sent })
    },
    end: async () => {
      await Promise.all([...underWay, ...afterwards])
      await Promise.all([container.tenant.close(), container.platform.close(), owner.close()])
      await database.drop()
    },
  }
}

export type Stage = Awaited<ReturnType<typeof createStage>>
