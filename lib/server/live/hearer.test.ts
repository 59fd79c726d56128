import { expect, test, vi } from 'vitest'
import type { UserContext } from '@/lib/domain/users/schema'
import { foreignTo, type HearerLook, hearerAt, userNow, whereOn } from './hearer'

const membership = (client: string, engagement: string) => ({
  ...{ clientId: `id of ${client}`, clientSlug: client, clientName: client },
  ...{
    engagementId: `id of ${engagement}`,
    engagementSlug: engagement,
    engagementName: engagement,
  },
  role: 'viewer' as const,
})
const ana: UserContext = {
  ...{ userId: 'ana', name: 'Ana', email: 'ana@example.org', isAdmin: false, status: 'active' },
  ...{ sessionVersion: 1, endedSessions: [], defaults: null },
  memberships: [
    membership('acme', 'erp'),
    membership('acme', 'exit'),
    membership('globex', 'pilot'),
  ],
}
const place = (client: string, engagement: string) => ({
  clientId: `id of ${client}`,
  engagementId: `id of ${engagement}`,
})

/** A directory that knows one engagement, for administrators alone. */
const look = {
  pathOf: () => 'off',
  reads: {
    read: async (_path: string, _policy: unknown, _key: unknown, address: { client: string }) =>
      address.client === 'acme' ? { ...place('acme', 'erp'), clientName: 'Acme' } : null,
  },
} as unknown as HearerLook

test('one hears at the engagements that one belongs to, at all of them or at none', async () => {
  const [erp, pilot] = [
    { client: 'acme', engagement: 'erp' },
    { client: 'globex', engagement: 'pilot' },
  ]
  expect(await hearerAt(ana, [erp, pilot], look)).toEqual({
    userId: 'ana',
    isAdmin: false,
    places: [place('acme', 'erp'), place('globex', 'pilot')],
  })
  expect(await hearerAt(ana, [], look)).toMatchObject({ places: [] })
  const other = { client: 'globex', engagement: 'erp' }
  expect(await hearerAt(ana, [erp, other], look)).toBeNull()
})

test('only where one does not belong is one refused', () => {
  const erp = { client: 'acme', engagement: 'erp' }
  const other = { client: 'globex', engagement: 'erp' }
  expect(foreignTo(ana, [erp, other])).toEqual([other])
  expect(foreignTo({ ...ana, isAdmin: true, memberships: [] }, [erp, other])).toEqual([])
})

test('an administrator hears at every engagement that there is', async () => {
  const root = { ...ana, isAdmin: true, memberships: [] }
  const erp = { client: 'acme', engagement: 'erp' }
  expect(await hearerAt(root, [erp], look)).toMatchObject({
    isAdmin: true,
    places: [place('acme', 'erp')],
  })
  expect(await hearerAt(root, [{ client: 'none', engagement: 'erp' }], look)).toBeNull()
})

test('where live updates are off nothing is heard; where they are off everywhere nobody listens', () => {
  const places = [place('acme', 'erp'), place('globex', 'pilot')]
  const hearer = { userId: 'ana', isAdmin: false, places }
  const onlyAcme = (clientId: string | null) => clientId === 'id of acme'
  expect(whereOn(hearer, onlyAcme)?.places).toEqual([place('acme', 'erp')])
  expect(whereOn(hearer, () => false)).toBeNull()
  const nowhere = { ...hearer, places: [] }
  expect(whereOn(nowhere, onlyAcme)).toBeNull()
  expect(whereOn(nowhere, (clientId) => clientId === null)).toBe(nowhere)
})

test.each([
  ['off', 'off'],
  ['legacy', 'off'],
  ['shadow', 'off'],
  ['redis', 'redis'],
] as const)('where reads go by %s, rights are read by %s', async (path, expected) => {
  const read = vi.fn(async (_path: string, { name }: { name: string }) =>
    name === 'users.context' ? { ...ana, isAdmin: true } : place('acme', 'erp'),
  )
  const spied = { pathOf: () => path, reads: { read } } as unknown as HearerLook
  const user = await userNow({ userId: 'ana', sessionVersion: 1, sessionId: 'one' }, spied)
  expect(user).toMatchObject({ userId: 'ana' })
  await hearerAt(user ?? ana, [{ client: 'acme', engagement: 'erp' }], spied)
  expect(read.mock.calls.map(([by]) => by)).toEqual([expected, expected])
})
