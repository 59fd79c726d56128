import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { sql } from 'drizzle-orm'
import { encode } from 'next-auth/jwt'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createDatabase, type Database } from '@/db/client'
import { routeMethods } from '@/lib/http/route-methods'
import { copyCheckout } from '../../scripts/check-vercel/copy-checkout.mjs'

/**
 * Middleware answers early and is no boundary: a build without it refuses everything that is
 * protected, in every representation, to nobody and to somebody of another client.
 */

const minutes = 60_000
const copy = mkdtempSync(path.join(os.tmpdir(), 'portolan-without-middleware-'))
const place = { client: 'acme', engagement: 'dc-exit' }

let site: ChildProcess
let siteUrl: string
let owner: Database
/** By the names that addresses give them. */
let things: Record<string, string>
/** Words that only the client's own people may read. */
let words: string[]
let stranger: string

beforeAll(async () => {
  copyCheckout(copy)
  rmSync(path.join(copy, 'middleware.ts'))
  site = spawn(
    process.execPath,
    [path.join(copy, 'tests/support/fixtures/hold-site.mjs'), 'bare'],
    {
      cwd: copy,
      stdio: ['pipe', 'pipe', 'inherit'],
    },
  )
  const env = await sayingOf(site)
  owner = createDatabase({ url: env.OWNER_DATABASE_URL ?? '', tls: false })
  things = { ...place, part: '0', ...(await findThings()) }
  words = await findWords()
  stranger = await cookieOfStranger(env.NEXTAUTH_SECRET ?? '')
}, 15 * minutes)

afterAll(async () => {
  if (site) {
    site.stdin?.end()
    await once(site, 'exit')
  }
  await owner?.close()
  rmSync(copy, { recursive: true, force: true })
})

/** The environment of the site, once it serves; its words before that are those of the launcher. */
async function sayingOf({ stdout }: ChildProcess): Promise<Record<string, string>> {
  if (!stdout) throw new Error('The site says nothing')
  for await (const line of createInterface({ input: stdout })) {
    if (!line.startsWith('{')) continue
    const { url, env } = JSON.parse(line)
    siteUrl = url
    return env
  }
  throw new Error('The site without middleware did not start')
}

const rows = <Row extends Record<string, unknown>>(query: ReturnType<typeof sql>) =>
  owner.transaction(null, async (tx) => (await tx.execute<Row>(query)).rows)

async function findThings(): Promise<Record<string, string>> {
  const [found] = await rows<Record<string, string>>(sql`
    select flow.id as "flowId", flow.data_import_id as "importId", asset.id as "assetId",
           mapping.id as "mappingId", person.id as "userId"
      from engagements place
      join discovery_flows flow on flow.engagement_id = place.id
      join field_mappings mapping on mapping.flow_id = flow.id
      join assets asset on asset.engagement_id = place.id
      join users person on person.email = 'viewer@portolan.test'
     where place.slug = ${place.engagement} limit 1`)
  return found ?? {}
}

async function findWords(): Promise<string[]> {
  const found = await rows<{ word: string }>(sql`
    select file_name as word from data_imports
    union select email::text from users where email <> 'analyst@other.portolan.test'
    union (select name from assets where length(name) > 6 limit 500)`)
  return found.map(({ word }) => word)
}

async function cookieOfStranger(secret: string): Promise<string> {
  const [person] = await rows<{ userId: string; sessionVersion: number }>(sql`
    select id as "userId", session_version as "sessionVersion" from users
     where email = 'analyst@other.portolan.test'`)
  const token = { ...person, sessionId: crypto.randomUUID() }
  return `next-auth.session-token=${await encode({ token, secret })}`
}

const fill = (pattern: string) =>
  pattern.replaceAll(/:(\w+)|\[(\w+)\]/g, (_, first, second) => things[first ?? second] ?? 'x')

/** Addresses of every protected page. */
function pages(): string[] {
  return readdirSync('app', { recursive: true, encoding: 'utf8' })
    .filter((file) => /(^|\/)page\.tsx$/.test(file) && !/^\((auth|public)\)/.test(file))
    .map((file) => fill(`/${file.replace(/\/page\.tsx$/, '')}`.replace(/\/\[\.\.\.\w+\]/, '/x')))
}

const representations: Readonly<Record<string, Record<string, string>>> = {
  document: { accept: 'text/html' },
  RSC: { RSC: '1' },
  prefetch: { RSC: '1', 'Next-Router-Prefetch': '1' },
  segment: { RSC: '1', 'Next-Router-Prefetch': '1', 'Next-Router-Segment-Prefetch': '/_tree' },
  // How middleware was passed by in the past (CVE-2025-29927).
  subrequest: { 'x-middleware-subrequest': 'middleware:middleware:middleware:middleware' },
}

/**
 * What is fetched ahead is rendered without a request: the names of a page's parts, as they stand in
 * its scripts. It may be answered, and must hold none of the words.
 */
const shells = ['prefetch', 'segment']

interface Answer {
  status: number
  text: string
  /** Where an action leads. */
  redirect: string | null
}

async function ask(address: string, init: RequestInit): Promise<Answer> {
  const url = new URL(address, siteUrl)
  const answer = await fetch(url, { redirect: 'manual', ...init })
  const location = new URL(answer.headers.get('location') ?? '/', siteUrl)
  // The framework leads to where its parameter fits the representation.
  const same = location.pathname === url.pathname && location.search !== url.search
  if (same) return ask(`${location.pathname}${location.search}`, init)
  const redirect = answer.headers.get('x-action-redirect')
  return { status: answer.status, text: await answer.text(), redirect }
}

const refusal = /NEXT_REDIRECT|NEXT_HTTP_ERROR_FALLBACK|NEXT_NOT_FOUND/

/** What is wrong with an answer that should have been a refusal; nothing when it was one. */
function leak({ status, text }: Pick<Answer, 'status' | 'text'>): string | null {
  const word = words.find((one) => text.includes(one))
  if (word) return `told ${word}`
  if (status >= 300 && status < 500) return null
  return refusal.test(text) ? null : `answered ${status}`
}

/** Nobody, a forged cookie, and somebody of another client. */
const askers = () => ({
  nobody: {},
  forged: { cookie: 'next-auth.session-token=eyJhbGciOiJkaXIifQ..a.b.c' },
  stranger: { cookie: stranger },
})

test('every protected page refuses, in every representation', {
  timeout: 5 * minutes,
}, async () => {
  const leaks: string[] = []
  for (const page of pages().filter((address) => address !== '/start')) {
    for (const [who, cookie] of Object.entries(askers())) {
      for (const [form, headers] of Object.entries(representations)) {
        const address = form === 'document' ? page : `${page}?_rsc=x`
        const answer = await ask(address, { headers: { ...headers, ...cookie } })
        const wrong = leak(shells.includes(form) ? { ...answer, status: 400 } : answer)
        if (wrong) leaks.push(`${page} as ${form} to ${who}: ${wrong}`)
      }
    }
  }
  expect(pages().length).toBeGreaterThan(15)
  expect(leaks).toEqual([])
})

/** What everybody who is signed in may ask: it is about them. */
const ofThemselves = ['/api/me', '/api/live', '/api/vitals']

test('every protected address of the API refuses', { timeout: 5 * minutes }, async () => {
  const open = ['/api/health/live', '/api/health/ready', '/api/status']
  const leaks: string[] = []
  for (const [pattern, methods] of Object.entries(routeMethods)) {
    if (open.includes(pattern)) continue
    for (const method of methods) {
      for (const [who, cookie] of Object.entries(askers())) {
        if (ofThemselves.includes(pattern) && who === 'stranger') continue
        const body = method === 'GET' ? null : '{}'
        const headers = { 'content-type': 'application/json', ...cookie }
        const { status, text } = await ask(fill(pattern), { method, headers, body })
        const wrong = leak({ status, text })
        if (wrong || ![401, 404].includes(status)) leaks.push(`${method} ${pattern}: ${status}`)
      }
    }
  }
  expect(leaks).toEqual([])
})

/** Who asks is looked at before what is asked, so no other refusal will do. */
const refusedAtDoor = /"code":"(unauthenticated|not_found)"/

interface Manifest {
  node: Record<string, { exportedName: string; workers: Record<string, unknown> }>
}

test('every protected action refuses and writes nothing', { timeout: 5 * minutes }, async () => {
  const file = path.join(copy, '.next', 'server', 'server-reference-manifest.json')
  const { node }: Manifest = JSON.parse(readFileSync(file, 'utf8'))
  const written = () =>
    rows(sql`select count(*)::int as lines from audit_log
      where action not in ('user.sign_in_failed', 'access.denied')`)
  const before = await written()
  const leaks: string[] = []
  for (const [id, { exportedName, workers }] of Object.entries(node)) {
    // Whoever calls it is signed out, and would be nobody to the others.
    if (exportedName === 'signOut') continue

    const [worker = ''] = Object.keys(workers)
    const page = fill(
      worker
        .replace(/^app/, '')
        .replace(/\/page$/, '')
        .replaceAll(/\/\([^)]+\)/g, ''),
    )
    const inEngagement = worker.includes('[engagement]')
    const body = JSON.stringify(inEngagement ? [place, null, things] : [null, things])
    for (const [who, cookie] of Object.entries(askers())) {
      const headers = { 'Next-Action': id, 'content-type': 'text/plain', ...cookie }
      const answer = await ask(page || '/', { method: 'POST', headers, body })
      const isOpen = /^app\/\(auth\)/.test(worker)
      const refused = isOpen ? /"ok":false/.test(answer.text) : refusedAtDoor.test(answer.text)
      if (leak({ ...answer, status: 400 }) || !(refused || answer.redirect)) {
        leaks.push(`${page} ${id} to ${who}: ${answer.status} ${answer.text.slice(0, 120)}`)
      }
    }
  }
  expect(Object.keys(node).length).toBeGreaterThan(15)
  expect(leaks).toEqual([])
  expect(await written()).toEqual(before)
  expect((await ask('/api/me', { headers: { cookie: stranger } })).status).toBe(200)
})
