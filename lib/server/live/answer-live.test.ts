import { beforeEach, expect, test, vi } from 'vitest'
import type { UserContext } from '@/lib/domain/users/schema'
import { answerLive } from './answer-live'

const claims = { userId: 'ana', sessionVersion: 1, sessionId: 'one' }
const ana: UserContext = {
  ...{ userId: 'ana', name: 'Ana', email: 'ana@example.org', isAdmin: false, status: 'active' },
  ...{ sessionVersion: 1, endedSessions: [], defaults: null },
  memberships: [
    {
      ...{ clientId: 'c', clientSlug: 'acme', clientName: 'Acme' },
      ...{ engagementId: 'e', engagementSlug: 'erp', engagementName: 'ERP', role: 'viewer' },
    },
  ],
}

/** What the legacy path still keeps, and what the database says. */
const known = vi.hoisted(() => ({ kept: null as unknown, now: null as unknown }))
vi.mock('../session', () => ({ currentSession: async () => ({ user: known.kept, claims }) }))
vi.mock('../flags/request-flags', () => ({
  requestFlags: async () => ({ pathOf: () => 'legacy', liveUpdates: () => true }),
}))
vi.mock('../request-reads', () => ({
  requestReads: () => ({
    read: async (path: string) => (path === 'legacy' ? known.kept : known.now),
  }),
}))
vi.mock('../note-denial', () => ({ noteDenial: vi.fn() }))
vi.mock('../container', () => ({ container: () => ({}) }))

beforeEach(() => Object.assign(known, { kept: ana, now: ana }))

const ask = () =>
  answerLive(new Request('https://portolan.example', { method: 'HEAD' }), ['acme', 'erp'])

test('who may hear at a place is let in there', async () => {
  expect(await ask()).toMatchObject({ status: 200 })
})

test.each([
  ['was shut out', { status: 'disabled' }, 'unauthenticated'],
  ['had all sessions ended', { sessionVersion: 2 }, 'unauthenticated'],
  ['signed out', { endedSessions: ['one'] }, 'unauthenticated'],
  ['lost the place', { memberships: [] }, 'not_found'],
])('who %s a moment ago is not let in, whatever is kept of them', async (_, change, code) => {
  known.now = { ...ana, ...change }
  expect(await ask()).toMatchObject({ ok: false, code })
})
