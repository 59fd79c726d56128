import { expect, test } from 'vitest'
import { transactionTimeout } from '@/db/client'
import { globalNamespace } from '@/lib/base/tag'
import { fenceLife, keysOfDatabase, relayPeriod } from './connect'

test('a fence outlives every transaction, and the time until the relay comes', () => {
  expect(fenceLife).toBeGreaterThan(transactionTimeout)
  expect(fenceLife).toBeGreaterThan(relayPeriod)
})

test('deployments on one database share its names in Redis, by whichever way they reach it', () => {
  const marker = (url: string) => keysOfDatabase(url).marker(globalNamespace)
  const direct = marker('postgres://app:one@ep-1.neon.example/portolan')
  expect(marker('postgres://app:two@ep-1-pooler.neon.example/portolan?sslmode=require')).toBe(
    direct,
  )
  expect(marker('postgres://app:one@ep-1.neon.example/preview')).not.toBe(direct)
  expect(marker('postgres://app:one@ep-2.neon.example/portolan')).not.toBe(direct)
})

test('no two branches share a name in Redis, nor does one with production', () => {
  const url = 'postgres://app:one@ep-1.neon.example/portolan'
  const branches = [undefined, 'feature', 'feature/a', 'feature:a', 'feature.a']
  const markers = branches.map((branch) => keysOfDatabase(url, branch).marker(globalNamespace))
  expect(new Set(markers).size).toBe(branches.length)
})
