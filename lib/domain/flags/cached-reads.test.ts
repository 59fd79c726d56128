import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { groupedReads } from './cached-reads'
import { readGroups } from './schema'

const domains = path.join(import.meta.dirname, '..')

/** The names of all reads that say in which group they are, of whichever domain. */
async function declaredReads(): Promise<string[]> {
  const files = readdirSync(domains)
    .map((domain) => path.join(domains, domain, 'reads.ts'))
    .filter((file) => existsSync(file))
  const modules: Record<string, unknown>[] = await Promise.all(
    files.map((file) => import(pathToFileURL(file).href)),
  )
  return modules
    .flatMap((module) => Object.values(module))
    .filter(isGrouped)
    .map(({ name }) => name)
}

function isGrouped(value: unknown): value is { name: string; caching: { group: string } } {
  if (typeof value !== 'object' || value === null || !('caching' in value)) return false
  const { caching } = value
  return typeof caching === 'object' && caching !== null && 'group' in caching
}

test('the console knows every read whose path the flags choose, and no group is without one', async () => {
  const known = groupedReads.map(({ name }) => name)
  expect(known.toSorted()).toEqual((await declaredReads()).toSorted())
  expect(new Set(groupedReads.map(({ group }) => group))).toEqual(new Set(readGroups))
})
