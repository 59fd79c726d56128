import { expect, test } from 'vitest'
import type { SavedView } from '@/lib/domain/views/schema'
import { viewHref } from './view-href'
import { viewStateOf } from './view-state'

const view = (id: string, query: string): SavedView => ({
  id,
  name: id,
  query,
  shared: false,
  ownerId: 'me',
  ownerName: 'Me',
  version: 1,
})
const servers = view('servers', 'type=server')
const big = view('big', 'type=server&sort=-cpu')
const stateOf = (params: Record<string, string | string[]>) =>
  viewStateOf('inventory', params, [servers, big])

test('an address that names a view and says the same shows it', () => {
  const state = stateOf({ view: 'big', type: 'server', sort: '-cpu', cursor: 'x' })
  expect(state).toMatchObject({ current: big, changed: false })
})

test('an address that says something else than the view it names shows it changed', () => {
  expect(stateOf({ view: 'big', type: 'server' })).toMatchObject({ current: big, changed: true })
  expect(stateOf({ view: 'big' })).toMatchObject({ current: big, changed: true, query: '' })
})

test('an address that names no view shows the one that says the same', () => {
  expect(stateOf({ type: 'server' })).toMatchObject({ current: servers, changed: false })
  expect(stateOf({ view: 'gone', type: 'server' }).current).toBe(servers)
  expect(stateOf({ type: 'network_device' }).current).toBeNull()
  expect(viewStateOf('inventory', {}, [view('all', '')]).current).toBeNull()
})

test('the address of a view says everything by itself', () => {
  expect(viewHref('/a/b/inventory', big)).toBe('/a/b/inventory?type=server&sort=-cpu&view=big')
  expect(viewHref('/a/b/inventory', view('all', ''))).toBe('/a/b/inventory?view=all')
})
