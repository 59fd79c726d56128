import { createRequire } from 'node:module'
import { Readable } from 'node:stream'
import { isValidElement } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { sameContent } from './same-content'

/** What reads a server's answer in the browser, as the framework brings it. */
interface Reader {
  createFromNodeStream(stream: Readable, manifest: object): Promise<unknown>
}

const load = createRequire(import.meta.url)
const modules = { link: { default: () => null }, icon: { Icon: () => null } }

beforeEach(() => {
  vi.stubGlobal('__next_require__', (id: keyof typeof modules) => modules[id])
})

afterEach(() => vi.unstubAllGlobals())

/** A list of machines as it comes over the wire: each time new objects, parts of them wrapped. */
async function receive(environments: readonly string[]): Promise<unknown[]> {
  const rows = environments.map((environment, at) => [
    ['$', 'td', null, { children: ['$', '$L1', null, { href: `/${at}`, children: `m-${at}` }] }],
    ['$', 'td', null, { children: [['$', '$L2', null, { size: 3 }], environment] }],
  ])
  const lines = [
    '1:I["link",[],"default"]',
    '2:I["icon",[],"Icon"]',
    `0:${JSON.stringify(['$', 'table', null, { rows }])}`,
  ]
  const named = (id: string) =>
    new Proxy({}, { get: (_, name) => ({ id, name, chunks: [], async: false }) })
  const reader: Reader = load('next/dist/compiled/react-server-dom-turbopack/client.node')
  const table = await reader.createFromNodeStream(Readable.from([`${lines.join('\n')}\n`]), {
    moduleMap: { link: named('link'), icon: named('icon') },
    serverModuleMap: null,
    moduleLoading: null,
  })
  if (!isValidElement<{ rows: unknown[] }>(table)) throw new Error('No element came')
  return table.props.rows
}

test('of a list that came twice, the row that changed differs and no other', async () => {
  const before = await receive(['production', 'test', 'production'])
  const after = await receive(['production', 'elsewhere', 'production'])
  const same = before.map((row, at) => sameContent(row, after[at]))
  expect(same).toEqual([true, false, true])
  expect(before[0]).not.toBe(after[0])
})
