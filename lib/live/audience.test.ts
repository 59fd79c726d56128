import { expect, test } from 'vitest'
import { globalKinds, tagsOf } from '@/db/coherence/tags'
import { clientNamespace, encodeTag, globalNamespace, namespaceTag, type Tag } from '@/lib/base/tag'
import { answersTag } from '@/lib/http/route-policy'
import { audienceOf } from './audience'

const [own, neighbour, foreign] = [
  { clientId: 'c1', engagementId: 'e1' },
  { clientId: 'c1', engagementId: 'e2' },
  { clientId: 'c2', engagementId: 'e3' },
]
const ana = audienceOf({ userId: 'ana', isAdmin: false, places: [own] })
const admin = audienceOf({ userId: 'root', isAdmin: true, places: [own] })

const every = (tags: readonly Tag[], admits: (tag: Tag) => boolean) => tags.filter(admits)

test('everything of its engagement, nothing of another of the same client, nor of another client', () => {
  for (const kind of ['import', 'mapping', 'asset', 'issue', 'flow'] as const) {
    const tagsAt = (key: typeof own) => [...tagsOf[kind](key).row('x'), ...tagsOf[kind](key).list()]
    expect(every(tagsAt(own), ana.admits)).toEqual(tagsAt(own))
    for (const other of [neighbour, foreign]) {
      expect(every(tagsAt(other), ana.admits)).toEqual([])
      expect(every(tagsAt(other), admin.admits), 'it did not ask for it').toEqual([])
    }
  }
  expect(ana.admits(namespaceTag(clientNamespace('c1')))).toBe(true)
  expect(ana.admits(namespaceTag(clientNamespace('c2')))).toBe(false)
  expect(ana.hasEngagement('e1')).toBe(true)
  expect(ana.hasEngagement('e2')).toBe(false)
})

test('of everybody’s facts those of the person, and those that every page shows', () => {
  for (const kind of ['user', 'membership', 'userDefaults', 'accessRequest'] as const) {
    expect(every(tagsOf[kind].row('ana'), ana.admits), kind).toHaveLength(2)
    expect(every(tagsOf[kind].row('bob'), ana.admits), kind).toEqual(
      tagsOf[kind].row('bob').slice(1),
    )
    expect(every(tagsOf[kind].list(), ana.admits), kind).toEqual([])
    expect(every(tagsOf[kind].list(), admin.admits), kind).toHaveLength(1)
  }
  expect(every(tagsOf.personName.list(), ana.admits)).toHaveLength(1)
  expect(ana.admits(encodeTag(globalNamespace, globalKinds.personName, 'bob'))).toBe(false)
  for (const kind of ['clientAccount', 'engagement'] as const) {
    expect(every(tagsOf[kind].list(), ana.admits)).toHaveLength(1)
    expect(every(tagsOf[kind].row(kind === 'engagement' ? 'e1' : 'c1'), ana.admits)).toHaveLength(2)
    expect(every(tagsOf[kind].row('e3'), ana.admits)).toHaveLength(1)
  }
  expect(ana.admits(namespaceTag(globalNamespace))).toBe(true)
})

test('a kind that nobody thought of is for administrators alone', () => {
  const unknown = encodeTag(globalNamespace, 'secret', 'list')
  expect([ana.admits(unknown), admin.admits(unknown)]).toEqual([false, true])
})

test('what validators are made of is nobody’s news', () => {
  for (const namespace of [globalNamespace, clientNamespace('c1')]) {
    expect(ana.admits(answersTag(namespace))).toBe(false)
    expect(admin.admits(answersTag(namespace))).toBe(false)
  }
})

test('rights are looked at anew when a fact of the person or of the place changes, and no other', () => {
  const concerning = [
    namespaceTag(globalNamespace),
    ...tagsOf.user.row('ana'),
    ...tagsOf.membership.row('ana'),
    ...tagsOf.engagement.row('e1'),
    ...tagsOf.clientAccount.row('c1'),
  ]
  expect(every(concerning, ana.concerns)).toEqual(concerning)
  const others = [
    ...tagsOf.user.list(),
    ...tagsOf.membership.list(),
    ...tagsOf.engagement.list(),
    ...tagsOf.userDefaults.row('ana'),
    tagsOf.membership.row('bob')[0],
    tagsOf.engagement.row('e3')[0],
    namespaceTag(clientNamespace('c1')),
    ...tagsOf.mapping(own).list(),
  ].filter((tag) => tag !== undefined)
  expect(every(others, ana.concerns)).toEqual([])
})
