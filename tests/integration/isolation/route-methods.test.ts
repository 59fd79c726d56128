import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { livePatterns, routeMethods } from '@/lib/http/route-methods'

/** Addresses that answer by themselves: next-auth's, and the one for everything unknown. */
const apart = ['/api/auth/:nextauth*', '/api/:path*']

/** Live updates take engagements in pairs, which the table writes out. */
const livePattern = '/api/live/:at*'

/** `app/api/[client]/x/[...rest]/route.ts` → `/api/:client/x/:rest*`. */
function address(file: string): string {
  return file
    .replace(/^app/, '')
    .replace(/\/route\.ts$/, '')
    .replaceAll(/\[?\[\.\.\.(\w+)\]\]?/g, ':$1*')
    .replaceAll(/\[(\w+)\]/g, ':$1')
}

/** The methods that a route file exports, by declaration or by name. */
function exportedMethods(file: string): string[] {
  const text = readFileSync(file, 'utf8')
  const found = text.matchAll(
    /export (?:const|async function|function) ([A-Z]+)\b|\bas ([A-Z]+)\b/g,
  )
  return [...found].map(([, declared, named]) => declared ?? named ?? '').sort()
}

test('the table of methods says of every route file what it takes, and of nothing else', () => {
  const files = readdirSync('app/api', { recursive: true, encoding: 'utf8' })
    .filter((file) => /(^|\/)route\.ts$/.test(file))
    .map((file) => `app/api/${file}`)
  const real = files
    .map((file) => [address(file), exportedMethods(file)] as const)
    .filter(([path]) => !apart.includes(path))
    .flatMap(([path, methods]) =>
      (path === livePattern ? livePatterns : [path]).map((pattern) => [pattern, methods] as const),
    )
  const table = Object.entries(routeMethods).map(([path, methods]) => [path, [...methods].sort()])
  expect(Object.fromEntries(table)).toEqual(Object.fromEntries(real))
})
