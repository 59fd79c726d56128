import { expect, test } from 'vitest'
import { noPathFigures, noReadFigures, type PathFigures } from '@/lib/cache/path-figures'
import { evidenceOf } from './evidence'

/** @param slow how many of them took 100 ms; the others none */
function figures(hit: number, miss: number, slow: number): PathFigures {
  const made = noPathFigures()
  made.outcomes.hit = hit
  made.outcomes.miss = miss
  made.latency[0] = hit + miss - slow
  made.latency[14] = slow
  return made
}

const reads = [
  { name: 'inventory.page', group: 'inventory', ofClient: true },
  { name: 'inventory.asset', group: 'inventory', ofClient: true },
  { name: 'tenancy.directory', group: 'directory', ofClient: false },
] as const

test('a group’s evidence is that of all its reads together, path by path', () => {
  const page = {
    paths: { legacy: figures(8, 2, 10), redis: figures(3, 1, 0) },
    shadow: { equal: 5, legacy: 2, redis: 0, moved: 4 },
  }
  const asset = { ...noReadFigures(), paths: { redis: figures(6, 0, 0) } }
  const counted = new Map([
    ['inventory.page', page],
    ['inventory.asset', asset],
    ['gone.read', page],
  ])
  const [inventory, directory, ...others] = evidenceOf(
    counted,
    ['inventory', 'classification', 'directory'],
    reads,
  )
  expect(others).toEqual([])
  expect(inventory).toMatchObject({ group: 'inventory', ofClients: true, ofPlatform: false })
  expect(inventory?.shadow).toEqual({ compared: 7, staleLegacy: 2, staleRedis: 0 })
  expect(inventory?.paths).toMatchObject([
    { path: 'legacy', reads: 10, hitRatio: 0.8 },
    { path: 'redis', reads: 10, hitRatio: 0.9 },
  ])
  expect(inventory?.paths[0]?.p95).toBeGreaterThan(96)
  expect(inventory?.paths[1]?.p95).toBeLessThan(1)
  expect(inventory?.reads.map(({ name, paths }) => [name, paths.length])).toEqual([
    ['inventory.page', 2],
    ['inventory.asset', 1],
  ])
  expect(directory).toMatchObject({ group: 'directory', ofPlatform: true, paths: [] })
})
