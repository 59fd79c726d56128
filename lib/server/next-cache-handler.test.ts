import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import NextCacheHandler from './next-cache-handler.mjs'

const registered = Symbol.for('portolan.page-cache')
const holder = globalThis as Record<symbol, unknown>

let folder: string
let calls: unknown[][]

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'portolan-build-'))
  mkdirSync(path.join(folder, 'server'))
  writeFileSync(path.join(folder, 'BUILD_ID'), 'build-7\n')
  calls = []
  holder[registered] = {
    forRequest: (build: string) => {
      calls.push(['for', build])
      return {
        get: async (key: string) => {
          calls.push(['get', key])
          return { value: null, lastModified: 1 }
        },
        set: async (...args: unknown[]) => void calls.push(['set', ...args]),
      }
    },
  }
})

afterEach(() => {
  delete holder[registered]
  rmSync(folder, { recursive: true })
})

test('pages go to the page cache of the process, under the name of the build', async () => {
  const handler = new NextCacheHandler({ serverDistDir: path.join(folder, 'server') })
  expect(await handler.get('/page', { kind: 'APP_PAGE' })).toEqual({ value: null, lastModified: 1 })
  await handler.set('/page', { kind: 'APP_PAGE' }, { cacheControl: { revalidate: 60 } })
  await handler.revalidateTag()
  expect(calls).toEqual([
    ['for', 'build-7'],
    ['get', '/page'],
    ['set', '/page', { kind: 'APP_PAGE' }, { revalidate: 60 }],
  ])
})

test('what a page loads is never kept here: our own cache does that', async () => {
  const handler = new NextCacheHandler({ serverDistDir: path.join(folder, 'server') })
  expect(await handler.get('value', { kind: 'FETCH' })).toBeNull()
  await handler.set('value', { kind: 'FETCH' }, {})
  await handler.set('page', null, {})
  expect(calls).toEqual([['for', 'build-7']])
})

test('nothing is kept in development, before middleware and while the site is built', async () => {
  const serverDistDir = path.join(folder, 'server')
  const inDevelopment = new NextCacheHandler({ dev: true, serverDistDir: '/nowhere' })
  const beforeMiddleware = new NextCacheHandler({})
  delete holder[registered]
  const inBuild = new NextCacheHandler({ serverDistDir })
  for (const handler of [inDevelopment, beforeMiddleware, inBuild]) {
    expect(await handler.get('/page', { kind: 'APP_PAGE' })).toBeNull()
    await handler.set('/page', { kind: 'APP_PAGE' }, {})
  }
  expect(calls).toEqual([])
})
