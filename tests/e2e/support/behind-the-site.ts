import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect } from '@playwright/test'
import type { SQL } from 'drizzle-orm'
import { createDatabase } from '@/db/client'

/** The environment of the site under test: the runner's, else what `npm run up` noted. */
export function siteEnvironment(): Record<string, string | undefined> {
  if (process.env.PORTOLAN_SITE_URLS) return process.env
  const note = path.join(import.meta.dirname, '..', '..', '..', '.data', 'site.json')
  return JSON.parse(readFileSync(note, 'utf8')).env
}

/** Runs a statement as the owner of the tables does in psql: no site knows of it. */
export async function asOwner(statement: SQL): Promise<Record<string, unknown>[]> {
  const url = siteEnvironment().OWNER_DATABASE_URL ?? ''
  const owner = createDatabase({ url, tls: false, maxConnections: 1 })
  try {
    return await owner.transaction(null, async (tx) => (await tx.execute(statement)).rows)
  } finally {
    await owner.close()
  }
}

/** What the cron does each minute. */
export async function runCron(siteUrl: string): Promise<void> {
  const authorization = `Bearer ${siteEnvironment().CRON_SECRET}`
  const answer = await fetch(`${siteUrl}/api/jobs/drive`, { headers: { authorization } })
  expect(answer.status).toBe(200)
}
