import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { createPathTable } from '@/lib/http/path-pattern'
import { routeMethods } from '@/lib/http/route-methods'
import { routeEntries, routes } from './routes'

/** `app/(auth)/sign-in/page.tsx` → `/sign-in`; what catches everything else is no page. */
function addressOf(file: string): string {
  const path = file
    .replace(/(^|\/)page\.tsx$/, '')
    .replaceAll(/\([^)]*\)\/?/g, '')
    .replaceAll(/\/?\[\[\.\.\.\w+\]\]/g, '')
    .replaceAll(/\[(\w+)\]/g, ':$1')
  return `/${path}`.replace(/(.)\/$/, '$1')
}

const pages = readdirSync('app', { recursive: true, encoding: 'utf8' })
  .filter((file) => /(^|\/)page\.tsx$/.test(file) && !file.includes('/[...'))
  .map(addressOf)
const gets = Object.entries(routeMethods)
  .filter(([, methods]) => methods.includes('GET'))
  .map(([path]) => path)

test('the table of routes has every page and everything that is read from the API, and no more', () => {
  const rows = routeEntries.map(({ pattern }) => pattern)
  expect(rows.sort()).toEqual([...pages, ...gets].sort())
})

test('an address falls to the row that its file would answer', () => {
  const files = createPathTable([...pages, ...gets].map((entry) => ({ pattern: entry, entry })))
  for (const pattern of [...pages, ...gets]) {
    const address = pattern.replaceAll(/:\w+/g, 'x')
    expect(routes.find(address)?.pattern).toBe(files.find(address)?.entry)
  }
})
