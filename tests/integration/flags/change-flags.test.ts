import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { changeFlags } from '@/lib/domain/flags/commands/change-flags'
import { editFlags } from '@/lib/domain/flags/commands/edit-flags'
import { purgeCache } from '@/lib/domain/flags/commands/purge-cache'
import { restoreFlags } from '@/lib/domain/flags/commands/restore-flags'
import { listFlagChanges } from '@/lib/domain/flags/queries'
import type { EditFlagsInput, FlagChange } from '@/lib/domain/flags/schema'
import type { FlagDeps } from '@/lib/domain/flags/write-flags'
import { flagsDigest } from '@/lib/flags/digest'
import { FlagStorageError } from '@/lib/flags/management'
import { parseFlags } from '@/lib/flags/parse-flags'
import { dataOf, type Stage, setStage } from '../administration/stage'

let stage: Stage
beforeAll(async () => {
  stage = await setStage()
})
afterAll(() => stage.end())

const first = {
  'cache-path': { default: { path: 'legacy' } },
  'cache-enabled': true,
  'http-validators': { default: false },
  'live-updates': { default: false },
  'flag-of-another-app': { on: 1 },
}

let stored: unknown
let fails: 'read' | 'write' | null
let deps: FlagDeps

beforeEach(async () => {
  stored = first
  fails = null
  await stage.rows(sql`delete from audit_log`)
  const flags = {
    async read() {
      if (fails === 'read') throw new FlagStorageError('It does not answer')
      return stored
    },
    async write(next: unknown) {
      if (fails === 'write') throw new FlagStorageError('It does not answer')
      stored = next
    },
  }
  deps = { ...stage.deps, flags }
})

const digest = () => flagsDigest(parseFlags(stored).values)
const values = () => parseFlags(stored).values
const history = () => listFlagChanges(deps.db, 10)

function rule(group: 'inventory' | 'flow' | 'default', path: 'redis' | 'shadow' | 'legacy') {
  const edit = { kind: 'rule', group, path, percent: 0 } as const
  return { ...edit, expectedDigest: digest(), reason: `try ${path}` } satisfies EditFlagsInput
}

/** A refusal leaves the store and the log as they were. */
async function expectNothingWritten() {
  expect(stored).toEqual(first)
  expect(await history()).toEqual([])
}

test('an edit is written with who, why, before and after, and leaves other flags alone', async () => {
  const { digest: written } = dataOf(await editFlags(stage.admin, deps, rule('inventory', 'redis')))
  expect(values()['cache-path'].groups).toEqual({ inventory: { path: 'redis' } })
  expect(stored).toMatchObject({ 'flag-of-another-app': { on: 1 } })
  expect(written).toBe(digest())
  const [change, ...earlier] = await history()
  expect(earlier).toEqual([])
  expect(change).toMatchObject({ by: 'Ada', reason: 'try redis', before: first, after: stored })
})

test('the whole of the flags is put in the place of what was seen', async () => {
  const next = { ...first, 'cache-path': { default: { path: 'shadow' } } }
  const seen = { expectedDigest: digest(), reason: 'from the command line' }
  dataOf(await changeFlags(stage.admin, deps, { ...seen, next }))
  expect(values()['cache-path'].default).toEqual({ path: 'shadow' })
})

describe('nothing is written', () => {
  test.each([
    ['what is no object', 'everything by redis'],
    ['a path that does not exist', { ...first, 'cache-path': { default: { path: 'fast' } } }],
    ['a flag that is missing', { ...first, 'cache-enabled': undefined }],
    ['a name that nobody reads', { ...first, 'live-updates': { default: true, client: {} } }],
  ])('of what would not be obeyed: %s', async (_name, next) => {
    const seen = { expectedDigest: digest(), reason: 'a try' }
    const refused = await changeFlags(stage.admin, deps, { ...seen, next })
    expect(refused).toMatchObject({ ok: false, code: 'invalid_input' })
    await expectNothingWritten()
  })

  test('over what somebody else wrote since: both can be shown', async () => {
    const seen = rule('flow', 'shadow')
    dataOf(await editFlags(stage.admin, deps, rule('inventory', 'redis')))
    const newer = stored
    const refused = await editFlags(stage.admin, deps, seen)
    expect(refused).toMatchObject({ ok: false, code: 'conflict', details: { current: newer } })
    expect(stored).toBe(newer)
    expect(await history()).toHaveLength(1)
  })

  test('that is so already', async () => {
    const refused = await editFlags(stage.admin, deps, rule('default', 'legacy'))
    expect(refused).toMatchObject({ ok: false, code: 'wrong_state' })
    await expectNothingWritten()
  })

  test.each(['read', 'write'] as const)('when the store cannot be reached to %s', async (at) => {
    const input = rule('inventory', 'redis')
    fails = at
    const refused = await editFlags(stage.admin, deps, input)
    expect(refused).toMatchObject({ ok: false, code: 'unavailable' })
    await expectNothingWritten()
  })

  test('without a token', async () => {
    const input = rule('inventory', 'redis')
    const refused = await editFlags(stage.admin, { ...deps, flags: null }, input)
    expect(refused).toMatchObject({ ok: false, code: 'wrong_state' })
    await expectNothingWritten()
  })

  test('by who is no administrator', async () => {
    const manager = { userId: await stage.add({ role: 'manager' }) }
    const refusals = await Promise.all([
      editFlags(manager, deps, rule('inventory', 'redis')),
      changeFlags(manager, deps, { expectedDigest: digest(), reason: 'mine', next: first }),
    ])
    for (const refused of refusals) expect(refused).toMatchObject({ ok: false, code: 'not_found' })
    await expectNothingWritten()
  })
})

test('of administrators who change the same state at once, one does', async () => {
  const others = await Promise.all([1, 2, 3].map(() => stage.add({ isAdmin: true })))
  const { flags } = deps
  if (!flags) throw new Error('There is no store')
  const [input, at] = [rule('inventory', 'redis'), { write: 0, end: 0 }]
  const slow: FlagDeps['flags'] = {
    ...flags,
    // Until everybody else waits for their turn, or is as far as this.
    async write(next) {
      at.write++
      const isLast = async () => at.write + at.end === others.length || (await somebodyWaits())
      await vi.waitUntil(isLast, { timeout: 20_000 })
      await flags.write(next)
    },
  }
  const results = await Promise.all(
    others.map(async (userId) => {
      const result = await editFlags({ userId }, { ...deps, flags: slow }, input)
      at.end++
      return result
    }),
  )
  const refused = results.flatMap((result) => (result.ok ? [] : [result.code]))
  expect(refused).toEqual(['conflict', 'conflict'])
  expect(await history()).toHaveLength(1)
})

async function somebodyWaits(): Promise<boolean> {
  const [row] = await stage.rows<{ waits: boolean }>(sql`
    select exists (
      select from pg_locks join pg_database on pg_database.oid = pg_locks.database
       where datname = current_database() and locktype = 'advisory' and not granted) as waits`)
  return row?.waits ?? false
}

describe('going back', () => {
  let change: FlagChange
  beforeEach(async () => {
    dataOf(await editFlags(stage.admin, deps, rule('inventory', 'redis')))
    dataOf(await editFlags(stage.admin, deps, rule('flow', 'shadow')))
    const [, older] = await history()
    if (!older) throw new Error('The change was not written down')
    change = older
  })

  const back = (state: 'before' | 'after') => ({
    changeId: change.id,
    state,
    expectedDigest: digest(),
    reason: 'worse than before',
  })

  test('to what held before a change, or to what it made; that is a change, too', async () => {
    dataOf(await restoreFlags(stage.admin, deps, back('before')))
    expect(values()).toEqual(parseFlags(first).values)
    dataOf(await restoreFlags(stage.admin, deps, back('after')))
    expect(values()['cache-path'].groups).toEqual({ inventory: { path: 'redis' } })
    expect((await history()).map(({ reason }) => reason)).toEqual([
      'worse than before',
      'worse than before',
      'try shadow',
      'try redis',
    ])
  })

  test('not over what somebody else wrote since, and not to what never was', async () => {
    const seen = back('before')
    dataOf(await editFlags(stage.admin, deps, rule('flow', 'redis')))
    const late = await restoreFlags(stage.admin, deps, seen)
    expect(late).toMatchObject({ ok: false, code: 'conflict' })
    const unknown = { ...back('before'), changeId: crypto.randomUUID() }
    const refused = await restoreFlags(stage.admin, deps, unknown)
    expect(refused).toMatchObject({ ok: false, code: 'not_found' })
  })
})

test('a kill switch that nobody has set is set before anything else', async () => {
  const { 'cache-enabled': _unset, ...others } = first
  stored = others
  const refused = await editFlags(stage.admin, deps, rule('inventory', 'redis'))
  expect(refused).toMatchObject({ ok: false, code: 'invalid_input' })
  expect(refused).toHaveProperty('fields.next', 'cache-enabled: is missing')
  const on = { kind: 'switch', key: 'cache-enabled', on: 'on' } as const
  const seen = { expectedDigest: digest(), reason: 'it was lost' }
  dataOf(await editFlags(stage.admin, deps, { ...on, ...seen }))
  dataOf(await editFlags(stage.admin, deps, rule('inventory', 'redis')))
  expect(values()).toMatchObject({ 'cache-enabled': true })
})

test('what cannot be read is put right by an edit, and the log keeps it', async () => {
  stored = { ...first, 'cache-path': 'nonsense' }
  dataOf(await editFlags(stage.admin, deps, rule('inventory', 'redis')))
  expect(parseFlags(stored).problems).toEqual([])
  const [change] = await history()
  expect(change?.before).toMatchObject({ 'cache-path': 'nonsense' })
})

describe('a purge', () => {
  const told = () => {
    const tags: string[] = []
    const { coherence } = deps
    const bump: typeof coherence.invalidation.bump = (given) => {
      tags.push(...given)
      return coherence.invalidation.bump(given)
    }
    return { tags, deps: stage.depsWith({ bump }) }
  }
  const purged = () =>
    stage.rows(sql`
      select subject_id as what, detail->>'reason' as reason from audit_log
       where action = 'cache.purged'`)

  test('of one client, of the platform, of everything: it is written down', async () => {
    const { client } = stage.ids
    for (const [what, tags] of [
      [client, [`client.${client}`]],
      ['platform', ['global']],
      ['everything', ['global', `client.${client}`]],
    ] as const) {
      const heard = told()
      const input = { what, reason: 'after a restore' }
      expect(await purgeCache(stage.admin, heard.deps, input)).toMatchObject({
        data: { namespaces: tags.length },
      })
      expect(heard.tags).toEqual(tags)
      expect(await purged()).toContainEqual(input)
    }
  })

  test('is refused where there is nothing, nobody may, or Redis does not answer', async () => {
    const lost = stage.depsWith({ bump: () => Promise.reject(new Error('lost')) })
    const manager = { userId: await stage.add({ role: 'manager' }) }
    const input = { what: 'everything', reason: 'a try' } as const
    const nowhere = { what: crypto.randomUUID(), reason: 'a try' }
    for (const [code, refused] of [
      ['not_found', await purgeCache(stage.admin, deps, nowhere)],
      ['not_found', await purgeCache(manager, deps, input)],
      ['cache_unreachable', await purgeCache(stage.admin, lost, input)],
    ] as const) {
      expect(refused).toMatchObject({ ok: false, code })
    }
    expect(await purged()).toEqual([])
  })
})
