import { beforeEach, expect, test } from 'vitest'
import { clientNamespace, encodeTag, globalNamespace, namespaceTag } from '@/lib/base/tag'
import { areSettled, isValid, quarantine } from '@/lib/cache/protocol'
import type { Store } from '@/lib/cache/store'

/** A store over data of its own. */
export interface StoreUnderTest {
  store: Store
  /** The same data, and fences that are past as soon as they are put. */
  hasty: Store
  /** Forgets everything. */
  flush(): Promise<void>
}

const namespace = clientNamespace('acme')
const [row, list] = [encodeTag(namespace, 'flow', '1'), encodeTag(namespace, 'flow', 'list')]
const platform = encodeTag(globalNamespace, 'user', '1')
const tags = [row, list]
const [entryKey, leaseKey] = ['test:e:one', 'test:l:one']

/**
 * What every store promises, as tests of the file that calls this.
 * @param open makes a store in which no namespace is marked; called before each test
 */
export function describeStoreContract(open: () => Promise<StoreUnderTest>): void {
  let store: Store
  let hasty: Store
  let flush: StoreUnderTest['flush']
  const valuesOf = async (of = tags) => (await store.look([{ entryKey, tags: of }]))[0]?.values
  const entry = async () => (await store.look([{ entryKey, tags: [] }]))[0]?.entry

  beforeEach(async () => {
    const opened = await open()
    store = opened.store
    hasty = opened.hasty
    flush = opened.flush
    await store.open(namespace)
    await store.open(globalNamespace)
  })

  test('nothing is known at first', async () => {
    expect(await store.look([{ entryKey, tags }])).toEqual([{ entry: null, values: [null, null] }])
    expect(await store.look([])).toEqual([])
    await store.ping()
  })

  test('a lease gives every tag a version, once', async () => {
    const first = await store.lease(leaseKey, tags)
    expect(areSettled(first.values)).toBe(true)
    expect((await store.lease(leaseKey, tags)).values).toEqual(first.values)
    expect(await valuesOf()).toEqual(first.values)
  })

  test('one caller holds a lease until the value is there or the load has failed', async () => {
    const { granted, values: versions } = await store.lease(leaseKey, tags)
    const lease = { key: leaseKey, versions }
    expect(granted).toBe(true)
    expect((await store.lease(leaseKey, tags)).granted).toBe(false)
    await store.release(lease)
    expect((await store.lease(leaseKey, tags)).granted).toBe(true)
    await store.fill({ entryKey, lease, value: 'value', life: 60_000 })
    expect(await entry()).toBe('value')
    expect((await store.lease(leaseKey, tags)).granted).toBe(true)
  })

  test('after a change a lease is granted anew, and outlives the end of the load before', async () => {
    const { values: versions } = await store.lease(leaseKey, tags)
    const before = { key: leaseKey, versions }
    await store.bump([row], 'a')
    expect((await store.lease(leaseKey, tags)).granted).toBe(true)
    expect((await store.lease(leaseKey, tags)).granted).toBe(false)
    await store.fill({ entryKey, lease: before, value: 'value', life: 60_000 })
    await store.release(before)
    expect((await store.lease(leaseKey, tags)).granted).toBe(false)
  })

  test('under a fence nobody is granted a lease', async () => {
    await store.fence([row], 'a')
    expect((await store.lease(leaseKey, tags)).granted).toBe(false)
    await store.bump([row], 'a')
    expect((await store.lease(leaseKey, tags)).granted).toBe(true)
  })

  test('many looks answer in order', async () => {
    const keys = Array.from({ length: 300 }, (_, index) => `test:e:${index}`)
    const { values } = await store.lease(leaseKey, tags)
    const lease = { key: leaseKey, versions: values }
    await store.fill({ entryKey: 'test:e:7', lease, value: 'seven', life: 60_000 })
    const looks = keys.map((key, index) => ({
      entryKey: key,
      tags: [row, encodeTag(namespace, 'flow', `other ${index}`)],
    }))
    const answers = await store.look(looks)
    expect(answers).toHaveLength(300)
    expect(answers[7]).toEqual({ entry: 'seven', values: [values[0], null] })
    expect(answers[299]).toEqual({ entry: null, values: [values[0], null] })
  })

  test('a bump makes new versions and an event in every namespace; absent tags stay absent', async () => {
    const { values } = await store.lease(leaseKey, [row])
    const events = await store.bump([row, list, platform], 'a')
    expect([...events.keys()]).toEqual([namespace, globalNamespace])
    for (const event of events.values()) expect(event).toMatch(/^\d+-\d+:\w+$/)
    const [after, ...absent] = (await valuesOf([row, list, platform])) ?? []
    expect(isValid(values, [after ?? null])).toBe(false)
    expect(areSettled([after ?? null])).toBe(true)
    expect(absent).toEqual([null, null])
  })

  test('a namespace says which events it still has', async () => {
    const [first, other] = [await store.bump([row, platform], 'a'), await store.bump([list], 'b')]
    const ids = [first.get(namespace) ?? '', other.get(namespace) ?? '']
    expect(await store.present(namespace, [...ids, '1-1', '1-1:x'])).toEqual(new Set(ids))
    expect(await store.present(globalNamespace, [...ids])).not.toContain(ids[1])
    await flush()
    expect(await store.present(namespace, ids)).toEqual(new Set())
  })

  test('a fence shuts readers out until its own bump', async () => {
    await store.lease(leaseKey, tags)
    await store.fence(tags, 'a')
    await store.fence([row], 'b')
    expect(areSettled((await valuesOf()) ?? [])).toBe(false)
    await store.bump(tags, 'a')
    const [fenced = null, free = null] = (await valuesOf()) ?? []
    expect(areSettled([fenced])).toBe(false)
    expect(areSettled([free])).toBe(true)
    await store.bump([row], 'b')
    expect(areSettled((await valuesOf()) ?? [])).toBe(true)
  })

  test('a fence makes a missing tag, so that a reader cannot miss the fence', async () => {
    await store.fence(tags, 'a')
    expect(areSettled((await store.lease(leaseKey, tags)).values)).toBe(false)
  })

  test('a fence that is put twice is lifted by one bump', async () => {
    await store.fence(tags, 'a')
    await store.fence(tags, 'a')
    await store.bump(tags, 'a')
    expect(areSettled((await valuesOf()) ?? [])).toBe(true)
  })

  test('a lift changes no version and no other fence', async () => {
    const { values } = await store.lease(leaseKey, tags)
    await store.fence(tags, 'a')
    await store.fence([list], 'b')
    await store.lift(tags, 'a')
    const after = (await valuesOf()) ?? []
    expect(after[0]).toBe(values[0])
    expect(after[1]).toMatch(/\|b@\d+$/)
    await store.lift([platform], 'a')
    expect(await valuesOf([platform])).toEqual([null])
  })

  test('whoever drops an expired fence writes a new version', async () => {
    const { values } = await store.lease(leaseKey, tags)
    await hasty.fence(tags, 'a')
    await store.tidy([row])
    const after = await store.lease(leaseKey, tags)
    expect(areSettled(after.values)).toBe(true)
    expect(after.values).not.toContain(values[0])
    expect(after.values).not.toContain(values[1])
  })

  test('tidy leaves absent tags and open fences as they are', async () => {
    await store.fence([row], 'a')
    const before = await valuesOf()
    await store.tidy(tags)
    expect(await valuesOf()).toEqual(before)
  })

  test('after a loss of everything no version comes back, and the namespace waits', async () => {
    const { values } = await store.lease(leaseKey, tags)
    await flush()
    const whole = namespaceTag(namespace)
    const after = await store.lease(leaseKey, [whole, ...tags])
    expect(after.values[0]).toContain(`|${quarantine}@`)
    expect(after.values.slice(1)).not.toEqual(values)
    await store.bump([whole], 'a')
    expect((await valuesOf([whole]))?.[0]).toContain(quarantine)
  })

  test('a quarantine ends by its life', async () => {
    await flush()
    const whole = namespaceTag(namespace)
    await hasty.tidy([row])
    const quarantined = await valuesOf([whole])
    await store.tidy([whole])
    const after = (await valuesOf([whole])) ?? []
    expect(areSettled(after)).toBe(true)
    expect(quarantined?.[0]?.split('|')[0]).not.toBe(after[0])
  })
}
