import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ImportFailure } from './failure'
import { type ImportOptions, readOptions } from './options'
import { runImport } from './run-import'
import { runningSite } from './running-site'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'portolan-import-'))
})
afterAll(() => rm(folder, { recursive: true }))

const url = 'http://site.test'

/** A site as far as the command sees it. `flows` are the answers to each look at the flow. */
class FakeSite {
  readonly requests: string[] = []
  readonly said: string[] = []
  memberships = [{ client: 'acme', engagement: 'move', role: 'analyst' }]
  approved = 0
  private clock = 0

  constructor(private readonly flows: { status: string; failure?: object }[]) {}

  run(options: Partial<ImportOptions> & { file: string }) {
    const defaults = { email: 'a@b.test', password: 'right', approveAll: false, json: true }
    return runImport(
      { ...defaults, ...options },
      {
        defaultUrl: async () => url,
        fetch: (address, init) => this.answer(address, init),
        sleep: async (milliseconds) => {
          this.clock += milliseconds
        },
        now: () => this.clock,
        say: (line) => this.said.push(line),
        runtime: {
          fetch: (address, init) => this.answer(address, init),
          now: () => this.clock,
          random: () => 0,
          sleep: async () => {},
          timeLimit: () => new AbortController().signal,
          online: () => true,
          newKey: () => 'key',
          record: () => {},
        },
      },
    )
  }

  private async answer(address: string, init: RequestInit): Promise<Response> {
    const path = address.replace(url, '')
    const headers = new Headers(init.headers)
    this.requests.push(`${init.method} ${path}`)
    if (path === '/api/auth/csrf') {
      const cookie = { 'Set-Cookie': 'next-auth.csrf-token=abc%7Cdef; Path=/; HttpOnly' }
      return Response.json({ csrfToken: 'abc' }, { headers: cookie })
    }
    if (path === '/api/auth/callback/credentials') return this.signIn(init, headers)
    if (!headers.get('Cookie')?.includes('next-auth.session-token=s1')) return refuse(401)
    return this.serve(path, init)
  }

  private signIn(init: RequestInit, headers: Headers): Response {
    const form = new URLSearchParams(String(init.body))
    const sound = form.get('csrfToken') === 'abc' && headers.get('Cookie')?.includes('abc%7Cdef')
    if (!sound || form.get('password') !== 'right') return Response.json({ url }, { status: 401 })
    return Response.json(
      { url },
      { headers: { 'Set-Cookie': 'next-auth.session-token=s1; Path=/' } },
    )
  }

  private serve(path: string, init: RequestInit): Response {
    const ids = { importId: 'i1', flowId: 'f1', partSize: 4_194_304 }
    const place = '/api/acme/move'
    if (path === '/api/me') return Response.json({ defaults: null, memberships: this.memberships })
    if (path === `${place}/imports`) return Response.json(ids, { status: 201 })
    if (init.method === 'PUT') return Response.json({ part: 0, received: true })
    if (path.endsWith('/complete')) return Response.json({ flowId: 'f1' }, { status: 202 })
    if (path === `${place}/flows/f1/mappings/approve`) {
      this.approved += 1
      return Response.json({})
    }
    if (path === `${place}/flows/f1`) {
      const flow = this.flows.length > 1 ? this.flows.shift() : this.flows[0]
      return Response.json({ phase: 'data_import', progress: { done: 0, total: 1 }, ...flow })
    }
    if (path === `${place}/imports/i1`) {
      const rows = { in: 1, created: 1, merged: 0, unchanged: 0, rejected: 0 }
      return Response.json({ ...ids, rows, columns: { mapped: 1, unmapped: ['note'] } })
    }
    return refuse(404)
  }
}

function refuse(status: number): Response {
  return Response.json({ error: { code: 'refused', message: `refused ${status}` } }, { status })
}

async function fileWith(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}

const list = () => fileWith('list.csv', 'name,note\nweb1,x\n')

async function failureOf(outcome: Promise<unknown>): Promise<ImportFailure> {
  const error = await outcome.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (error instanceof ImportFailure) return error
  throw error ?? new Error('expected a failure')
}

test('a file is signed in for, sent, followed, and reported', async () => {
  const site = new FakeSite([{ status: 'running' }, { status: 'completed' }])
  const { report, exit, page } = await site.run({ file: await list() })
  expect(exit).toBe(0)
  expect(report).toEqual({
    importId: 'i1',
    flowId: 'f1',
    status: 'completed',
    rows: { in: 1, created: 1, merged: 0, unchanged: 0, rejected: 0 },
    columns: { mapped: 1, unmapped: ['note'] },
    seconds: 0.05,
  })
  expect(page).toBe('http://site.test/acme/move/flows/f1')
  expect(site.requests).toContain('PUT /api/acme/move/imports/i1/parts/0')
})

test('a flow that waits for a person is left to one, unless all is approved', async () => {
  const waiting = { status: 'waiting_for_approval' }
  const left = new FakeSite([waiting])
  expect((await left.run({ file: await list() })).exit).toBe(3)
  expect(left.approved).toBe(0)

  const approving = new FakeSite([waiting, { status: 'running' }, { status: 'completed' }])
  expect((await approving.run({ file: await list(), approveAll: true })).exit).toBe(0)
  expect(approving.approved).toBe(1)

  const stubborn = new FakeSite([waiting])
  expect((await stubborn.run({ file: await list(), approveAll: true })).exit).toBe(3)
})

test('a flow that fails ends the command with its reason', async () => {
  const failure = { code: 'x', reason: 'No column names the rows.', remedy: 'Map one.' }
  const site = new FakeSite([{ status: 'failed', failure }])
  const { exit, flow } = await site.run({ file: await list() })
  expect(exit).toBe(1)
  expect(flow.failure).toMatchObject({ reason: 'No column names the rows.' })
})

test('a flow that stands still is given up, and its ids are kept', async () => {
  const failure = await failureOf(new FakeSite([{ status: 'running' }]).run({ file: await list() }))
  expect(failure).toMatchObject({ code: 'stalled', ids: { importId: 'i1', flowId: 'f1' } })
})

test('a wrong password is said in words', async () => {
  const outcome = new FakeSite([]).run({ file: await list(), password: 'wrong' })
  expect(await failureOf(outcome)).toMatchObject({ code: 'sign_in_failed' })
})

test('a site that does not answer is named', async () => {
  const deps = {
    defaultUrl: async () => url,
    fetch: () => Promise.reject(new TypeError('fetch failed', { cause: new Error('refused') })),
    sleep: async () => {},
    now: () => 0,
    say: () => {},
  }
  const options = readOptions([await list()])
  if (options === null) throw new Error('expected options')
  expect((await failureOf(runImport(options, deps))).message).toBe(
    'http://site.test does not answer (refused).',
  )
})

test('who belongs to several engagements has to choose one', async () => {
  const site = new FakeSite([{ status: 'completed' }])
  site.memberships.push({ client: 'acme', engagement: 'other', role: 'viewer' })
  const failure = await failureOf(site.run({ file: await list() }))
  expect(failure.message).toContain('acme/move, acme/other')
  expect((await site.run({ file: await list(), engagement: 'move' })).exit).toBe(0)
})

test.each<[string, string | Uint8Array, string]>([
  ['empty.csv', '', 'empty_file'],
  ['header.csv', 'name,note\n', 'header_only'],
  ['picture.csv', Uint8Array.from([0x89, 80, 78, 71, 13, 10, 26, 10]), 'is_image'],
  ['archive.csv', 'PK\x03\x04list', 'is_archive'],
])('%s is refused before anything is sent', async (name, content, code) => {
  const site = new FakeSite([])
  const failure = await failureOf(site.run({ file: await fileWith(name, content) }))
  expect(failure).toMatchObject({ code })
  expect(failure.message).toContain(name)
  expect(site.requests).toEqual([])
})

test('a file that is not there, or is a folder, is named', async () => {
  const site = new FakeSite([])
  expect(await failureOf(site.run({ file: join(folder, 'none.csv') }))).toMatchObject({
    code: 'no_file',
  })
  expect((await failureOf(site.run({ file: folder }))).message).toContain('is not a file')
})

test('the command line is read, and what it cannot say is refused with its usage', async () => {
  const args = ['a.csv', '--url', 'http://x:1/', '--approve-all', '--asset-type', 'server']
  expect(readOptions(args)).toMatchObject({
    file: 'a.csv',
    url: 'http://x:1',
    email: 'analyst@portolan.test',
    approveAll: true,
    json: false,
    assetType: 'server',
  })
  expect(readOptions(['--help'])).toBeNull()
  const wrong = [[], ['a', 'b'], ['a', '--what'], ['a', '--url', 'x'], ['a', '--asset-type', 'x']]
  for (const each of wrong) {
    expect(() => readOptions(each)).toThrow(/Usage: npm run import/)
  }
})

test('the running site is the one that the launcher noted', async () => {
  const path = await fileWith('site.json', '{"url": "http://localhost:3000/", "pid": 1}')
  expect(await runningSite(path)).toBe('http://localhost:3000')
  const none = await failureOf(runningSite(join(folder, 'nothing.json')))
  expect(none.message).toContain('npm run up')
})
