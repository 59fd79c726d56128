import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isOnFor, pathFor } from './decide'
import { type FlagKey, flagDefinitions, flagKeys } from './definitions'
import { flagsDigest } from './digest'
import { overrideFlags } from './override-flags'
import { parseFlags, safeFlags } from './parse-flags'
import { readGroups } from './read-groups'
import { isInRollout } from './rollout'

const [acme, globex] = [
  '6b1f7c9e-3d55-4c0e-9a3f-0d2f4f6b8a10',
  'c0a7f2d4-98b1-4f6e-8a77-5e1d3c9b2f40',
] as const

const written = {
  'cache-enabled': true,
  'cache-path': {
    default: { path: 'redis' },
    groups: { people: { path: 'shadow' }, flow: { path: 'off' } },
    clients: { [globex]: { path: 'legacy', groups: { flow: 'redis' } } },
  },
  'http-validators': { default: true, clients: { [globex]: false } },
  'live-updates': { default: false, clients: { [acme]: true } },
}
const values = parseFlags(written).values

test('what is said of a client account goes before what is said of a group, and that before all', () => {
  expect(pathFor(values, 'inventory', acme)).toBe('redis')
  expect(pathFor(values, 'flow', acme)).toBe('off')
  expect(pathFor(values, 'inventory', globex)).toBe('legacy')
  expect(pathFor(values, 'flow', globex)).toBe('redis')
  expect(pathFor(values, 'people', null)).toBe('shadow')
  expect(pathFor(values, 'directory', null)).toBe('redis')
  expect(pathFor(values, null, acme)).toBe('redis')
})

test('the kill switch sends every read to the database and takes the validators away', () => {
  const killed = parseFlags({ ...written, 'cache-enabled': false }).values
  for (const group of readGroups) expect(pathFor(killed, group, globex)).toBe('off')
  expect(isOnFor(killed, 'http-validators', acme)).toBe(false)
  expect(isOnFor(killed, 'live-updates', acme)).toBe(true)
})

test('nothing goes by Redis while nobody says that the cache is in use', () => {
  for (const unsaid of [undefined, null, 'true', 1]) {
    const { values: found } = parseFlags({ ...written, 'cache-enabled': unsaid })
    expect(pathFor(found, 'inventory', acme)).toBe('legacy')
    expect(pathFor(found, 'people', null)).toBe('legacy')
    expect(pathFor(found, 'user-context', null)).toBe('off')
    expect(pathFor(found, 'flow', acme)).toBe('off')
    expect(isOnFor(found, 'http-validators', acme)).toBe(false)
  }
})

test('switches are as a client account has them, else as everybody does', () => {
  expect([acme, globex, null].map((id) => isOnFor(values, 'http-validators', id))).toEqual([
    true,
    false,
    true,
  ])
  expect(isOnFor(values, 'live-updates', acme)).toBe(true)
  expect(isOnFor(values, 'live-updates', globex)).toBe(false)
})

test('without any flags everything is legacy and off, and who may do what is looked up', () => {
  for (const stored of [undefined, null, 'text', 7, [], {}]) {
    const { values: found, problems } = parseFlags(stored)
    expect(found).toEqual(safeFlags)
    expect(problems.map(({ key }) => key)).toEqual(flagKeys)
    for (const group of readGroups) {
      const safe = group === 'user-context' ? 'off' : 'legacy'
      expect(pathFor(found, group, acme)).toBe(safe)
    }
    expect(isOnFor(found, 'http-validators', acme)).toBe(false)
    expect(isOnFor(found, 'live-updates', acme)).toBe(false)
  }
})

test('a flag that is missing or malformed never turns anything on', () => {
  fc.assert(
    fc.property(fc.constantFrom(...flagKeys), fc.jsonValue(), (key: FlagKey, junk) => {
      fc.pre(!flagDefinitions[key].schema.safeParse(junk).success)
      const { values: found, problems } = parseFlags({ ...written, [key]: junk })
      expect(problems.map((problem) => problem.key)).toEqual([key])
      for (const group of readGroups) {
        const path = pathFor(found, group, acme)
        expect(['off', 'legacy', pathFor(values, group, acme)]).toContain(path)
      }
      for (const name of ['http-validators', 'live-updates'] as const) {
        expect(isOnFor(found, name, acme) && !isOnFor(values, name, acme)).toBe(false)
      }
    }),
  )
})

test('a name that no flag knows makes that flag malformed, not half obeyed', () => {
  const typo = { default: { path: 'redis' }, groups: { inventroy: { path: 'off' } } }
  const { values: found, problems } = parseFlags({ ...written, 'cache-path': typo })
  expect(found['cache-path']).toEqual(safeFlags['cache-path'])
  expect(problems[0]?.message).toContain('inventroy')
})

test('raising the percentage only adds units', () => {
  const percent = fc.double({ min: 0, max: 100, noNaN: true })
  fc.assert(
    fc.property(fc.string(), fc.uuid(), percent, percent, (flag, unit, a, b) => {
      const [low, high] = [Math.min(a, b), Math.max(a, b)]
      if (isInRollout(flag, unit, low)) expect(isInRollout(flag, unit, high)).toBe(true)
      expect(isInRollout(flag, unit, 0)).toBe(false)
      expect(isInRollout(flag, unit, 100)).toBe(true)
    }),
  )
})

test('a percentage is about that share of the units, and another share of them for another flag', () => {
  const units = Array.from({ length: 10_000 }, (_, index) => `unit ${index}`)
  const chosen = units.filter((unit) => isInRollout('cache-path', unit, 20))
  expect(chosen.length).toBeGreaterThan(1_800)
  expect(chosen.length).toBeLessThan(2_200)
  const both = chosen.filter((unit) => isInRollout('another', unit, 20))
  expect(both.length).toBeGreaterThan(300)
  expect(both.length).toBeLessThan(500)
})

test('a share of the client accounts takes the other path; the platform does not', () => {
  const rollout = (percent: number) =>
    parseFlags({
      ...written,
      'cache-path': { default: { path: 'legacy', rollout: { path: 'redis', percent } } },
    }).values
  expect(pathFor(rollout(100), 'inventory', acme)).toBe('redis')
  expect(pathFor(rollout(0), 'inventory', acme)).toBe('legacy')
  expect(pathFor(rollout(100), 'people', null)).toBe('legacy')
})

test('the digest stands for what is obeyed, not for how it is written', () => {
  const turned = Object.fromEntries(Object.entries(written).reverse())
  const again = parseFlags({ ...turned, 'of somebody else': 1 })
  expect(flagsDigest(again.values)).toBe(flagsDigest(values))
  const other = parseFlags({ ...written, 'cache-enabled': false })
  expect(flagsDigest(other.values)).not.toBe(flagsDigest(values))
})

test('overrides replace what they name, and only by what is well-formed', () => {
  const tried = overrideFlags(values, {
    'cache-enabled': false,
    'cache-path': 'everything',
    'no flag': true,
  })
  expect(tried).toEqual({ ...values, 'cache-enabled': false })
  expect(overrideFlags(values, 'junk')).toEqual(values)
})

test('every flag has an owner, words and a day by which it is gone', () => {
  for (const key of flagKeys) {
    const { owner, description, removal } = flagDefinitions[key]
    expect(owner).not.toBe('')
    expect(description).not.toBe('')
    expect(new Date(removal).toISOString()).toContain(removal)
  }
})
