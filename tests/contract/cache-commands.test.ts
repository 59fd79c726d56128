import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { clientNamespace, encodeTag, globalNamespace } from '@/lib/base/tag'
import { createUpstashCounts } from '@/lib/cache/upstash-counts'
import { connectStore, keysOfDatabase } from '@/lib/write/connect'
import { clearCache } from '@/scripts/cache/clear'
import { type CacheAddress, findRedis } from '@/scripts/cache/find-redis'
import { formatEntry, type MonitorEntry, monitorCache } from '@/scripts/cache/monitor'
import { readOptions } from '@/scripts/cache/options'
import { formatStats, readStats } from '@/scripts/cache/stats'
import { farEnds } from '@/tests/support/far-ends'

const acme = clientNamespace('acme')
const tag = encodeTag(acme, 'flow', '1')

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'portolan-cache-commands-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** The environment of a site whose database no other test has. */
function siteEnvironment() {
  const { UPSTASH_REDIS_REST_URL = '', UPSTASH_REDIS_REST_TOKEN = '' } = farEnds().env
  const DATABASE_URL = `postgres://app@db.example/${randomUUID()}`
  return { DATABASE_URL, UPSTASH_REDIS_REST_URL, UPSTASH_REDIS_REST_TOKEN }
}

const openAddress = (): Promise<CacheAddress> => findRedis(siteEnvironment(), 'none')

test('the Redis is that of the environment, else of the running site', async () => {
  const env = siteEnvironment()
  const keys = keysOfDatabase(env.DATABASE_URL)
  const file = path.join(folder, 'site.json')
  await writeFile(file, JSON.stringify({ url: 'http://localhost:1', env }))
  for (const given of [env, {}, { DATABASE_URL: 'postgres://another' }]) {
    const found = await findRedis(given, file)
    expect(found.url).toBe(env.UPSTASH_REDIS_REST_URL)
    expect(found.keys.marker(acme)).toBe(keys.marker(acme))
  }
  await expect(findRedis({}, 'none')).rejects.toThrow('No site is running here.')
  await expect(findRedis({ ...env, DATABASE_URL: '' }, file)).rejects.toThrow(
    'DATABASE_URL missing',
  )
  const wrong = { ...env, UPSTASH_REDIS_REST_URL: 'here' }
  await expect(findRedis(wrong, file)).rejects.toThrow('UPSTASH_REDIS_REST_URL not valid')
})

test('options that cannot be understood are answered with the usage', () => {
  expect(readOptions('clear', ['--all', '--json'])).toEqual({
    command: 'clear',
    json: true,
    namespace: null,
  })
  expect(readOptions('stats', ['-h'])).toBeNull()
  expect(readOptions('monitor', ['--seconds', '3'])).toMatchObject({ seconds: 3 })
  for (const [command, args, words] of [
    ['clear', [], 'Say either --namespace NAME or --all.'],
    ['clear', ['--all', '--namespace', 'global'], 'Say either --namespace NAME or --all.'],
    ['stats', ['--all'], '--all is no option of cache:stats.'],
    ['stats', ['all'], 'Usage: npm run cache:stats'],
    ['monitor', ['--seconds', 'x'], 'x is no number of seconds.'],
  ] as const) {
    expect(() => readOptions(command, args)).toThrow(words)
  }
})

test('stats add up what was counted, and derive ratio and mean', async () => {
  const address = await openAddress()
  expect(formatStats(await readStats(address))).toBe('Nothing has been read yet.')
  await createUpstashCounts(address).add(
    new Map([
      ['flows.page', { hits: 3, misses: 1, loads: 2, loadMs: 25 }],
      ['users.context', { bypasses: 4 }],
    ]),
  )
  const report = await readStats(address)
  expect(report.reads['flows.page']).toMatchObject({ reads: 4, hitRatio: 0.75, meanLoadMs: 12.5 })
  expect(report.total).toMatchObject({ reads: 8, hitRatio: 0.375, bypasses: 4 })
  const lines = formatStats(report).split('\n')
  expect(lines).toHaveLength(4)
  expect(lines[1]).toMatch(/^flows\.page +4 +75\.0 % +3 +0 +1 /)
  expect(lines[2]).toMatch(/^users\.context +4 +0\.0 % .* - /)
  expect(lines[3]).toMatch(/^all +8 +37\.5 %/)
})

test('clear makes one namespace invalid, or all, and names those that there are', async () => {
  const address = await openAddress()
  const store = connectStore(address)
  await store.open(acme)
  const versions = async () =>
    (await store.lease('none', [tag, acme as string as typeof tag])).values[1]
  const before = await versions()
  expect(await clearCache(address, 'global')).toEqual([globalNamespace])
  expect(await versions()).toBe(before)
  expect(await clearCache(address, acme)).toEqual([acme])
  const after = await versions()
  expect(after).not.toBe(before)
  expect(await clearCache(address, null)).toEqual([globalNamespace, acme])
  expect(await versions()).not.toBe(after)
  await expect(clearCache(address, 'client.nobody')).rejects.toThrow(
    'Nothing is cached in a namespace client.nobody; there are global, client.acme.',
  )
})

test('monitor shows every change once and what was read meanwhile', async () => {
  const address = await openAddress()
  const store = connectStore(address)
  const counts = createUpstashCounts(address)
  await store.open(acme)
  await counts.add(new Map([['flows.page', { hits: 3 }]]))
  const shown: MonitorEntry[] = []
  const end = new AbortController()
  // What happens in each pause between two looks.
  const turns = [
    () => store.bump([tag], 'a'),
    () => counts.add(new Map([['flows.page', { hits: 2, misses: 1 }]])),
    async () => end.abort(),
  ]
  await monitorCache({
    address,
    show: (entry) => shown.push(entry),
    sleep: async () => {
      await turns.shift()?.()
    },
    now: () => 0,
    signal: end.signal,
  })
  expect(shown).toMatchObject([
    { kind: 'change', namespace: acme, tags: [tag] },
    { kind: 'reads', reads: { 'flows.page': { hits: 2, misses: 1 } } },
  ])
  const lines = shown.map(formatEntry)
  expect(lines[0]).toMatch(/^\d\d:\d\d:\d\d\.\d{3} {2}client\.acme {2}changed: flow:1$/)
  expect(lines[1]).toBe('00:00:00.000  flows.page  hits 2, misses 1')
})

/** Runs the command as a person does. */
async function runCommand(args: string[], env: Record<string, string>) {
  const root = path.join(import.meta.dirname, '..', '..')
  const tsx = path.join(root, 'node_modules', '.bin', 'tsx')
  const child = spawn(tsx, ['scripts/cache.ts', ...args], {
    cwd: root,
    env: { ...process.env, ...env },
  })
  const [out, err, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit'),
  ])
  return { out, err: err.trim(), code }
}

test('the command prints its result alone to standard output', async () => {
  const { out, code } = await runCommand(['stats', '--json'], siteEnvironment())
  expect(code).toBe(0)
  expect(JSON.parse(out)).toMatchObject({ total: { reads: 0, hitRatio: null }, reads: {} })
})

test('a Redis that does not answer is said in one line', async () => {
  const env = { ...siteEnvironment(), UPSTASH_REDIS_REST_URL: 'http://127.0.0.1:9' }
  expect(await runCommand(['clear', '--all'], env)).toEqual({
    out: '',
    err: 'Redis does not answer as expected (TypeError: fetch failed).',
    code: 1,
  })
})
