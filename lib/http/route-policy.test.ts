import { expect, test } from 'vitest'
import { collectionTags } from '@/lib/base/collection-tags'
import { clientNamespace, globalNamespace, namespaceTag } from '@/lib/base/tag'
import { answersTag, createRouteTable, routePolicy, validatedTags } from './route-policy'

const personal = { kind: 'personal', legacySeconds: null } as const
const flows = (clientId: string, engagementId: string) =>
  collectionTags(clientNamespace(clientId), 'flow', engagementId)
const people = collectionTags(globalNamespace, 'user')

const flow = routePolicy('/:client/:engagement/flows/:flowId', {
  asker: 'member',
  caching: personal,
  answers304: 'ifThere',
  reads: ({ flowId }, { userId, clientId, engagementId }) => [
    { tags: flows(clientId, engagementId).row(flowId) },
    { tags: people.row(userId) },
    { tags: people.row(userId) },
  ],
})
const me = routePolicy('/api/me', {
  asker: 'user',
  caching: personal,
  answers304: 'always',
  reads: (_, { userId }) => [{ tags: people.row(userId) }],
})

const asker = { userId: 'u1', isAdmin: false, clientId: 'c1', engagementId: 'e1' }

test('the reads of a route come from its path and from who asks', () => {
  const found = createRouteTable([me, flow]).find('/acme/erp/flows/F1')
  expect(found).toMatchObject({
    pattern: '/:client/:engagement/flows/:flowId',
    caching: personal,
    capability: 'engagement.read',
  })
  if (found?.asker !== 'member') throw new Error('a member asks')
  const tags = validatedTags(found.reads(asker))
  expect([...tags].sort()).toEqual(
    [
      ...people.row('u1'),
      ...flows('c1', 'e1').row('f1'),
      ...[globalNamespace, clientNamespace('c1')].flatMap((namespace) => [
        namespaceTag(namespace),
        answersTag(namespace),
      ]),
    ].sort(),
  )
})

test('the slugs of an address name no tenant', () => {
  const table = createRouteTable([flow])
  const tagsAt = (path: string) => {
    const found = table.find(path)
    return found?.asker === 'member' ? validatedTags(found.reads(asker)) : null
  }
  expect(tagsAt('/other/one/flows/f1')).toEqual(tagsAt('/acme/erp/flows/f1'))
})

test('a path that the table does not know has no policy', () => {
  const table = createRouteTable([me, flow])
  expect(table.find('/api/me')?.pattern).toBe('/api/me')
  expect(table.find('/api/me/')).toBeNull()
  expect(table.find('/acme/erp/flows')).toBeNull()
})

test('what nobody may keep cannot be asked about', () => {
  const rules = { asker: 'anybody', caching: { kind: 'never' }, reads: () => [] } as const
  expect(() => createRouteTable([routePolicy('/x', { ...rules, answers304: 'always' })])).toThrow(
    RangeError,
  )
  expect(() =>
    createRouteTable([routePolicy('/x', { ...rules, answers304: 'never' })]),
  ).not.toThrow()
})

test('two rows of the same paths are refused', () => {
  expect(() => createRouteTable([me, me])).toThrow(RangeError)
})
