import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { findCycles, toGraph } from './cycles'
import { findForbiddenImports } from './floors'
import { findSpecifiers, readImports } from './imports'
import { projectRoot, readSourceFiles, type SourceFile } from './source-files'
import { domains, zoneOf } from './zones'

const imports = readImports(readSourceFiles(), (file) => existsSync(path.join(projectRoot, file)))
const between = imports.filter((edge) => edge.kind === 'file')

describe('the project', () => {
  test('imports run downwards only', () => {
    expect(findForbiddenImports(imports)).toEqual([])
  })

  // Type-only imports count here too: two files that need each other's types cannot be read apart.
  test('no files import each other in a circle', () => {
    expect(findCycles(toGraph(between))).toEqual([])
  })

  test('no domains know each other in a circle', () => {
    const edges = between.flatMap(({ from, to }) => {
      const [source, target] = [zoneOf(from)?.name, zoneOf(to)?.name]
      if (!source?.startsWith('lib/domain/') || !target?.startsWith('lib/domain/')) return []
      return source === target ? [] : [{ from: source, to: target }]
    })
    expect(findCycles(toGraph(edges))).toEqual([])
  })

  test('every folder stands in a zone', () => {
    const folders = (parent: string) =>
      readdirSync(path.join(projectRoot, parent), { withFileTypes: true })
        .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
        .map((entry) => path.posix.join(parent, entry.name))
    const withCode = [...folders(''), ...folders('lib'), ...folders('lib/domain')].filter(
      (folder) => !['node_modules', 'docs', 'public', 'lib', 'lib/domain'].includes(folder),
    )
    const withoutZone = withCode.filter((folder) => !zoneOf(`${folder}/file.ts`))
    expect(withoutZone.filter((folder) => !isOutput(folder))).toEqual([])
  })

  test('every domain of the table is there', () => {
    const missing = domains.filter(
      (name) => !existsSync(path.join(projectRoot, 'lib/domain', name)),
    )
    expect(missing).toEqual([])
  })
})

function isOutput(folder: string): boolean {
  return ['coverage', 'playwright-report', 'test-results'].includes(folder)
}

describe('the checker', () => {
  /** Checks a project of these files alone. */
  function check(files: Record<string, string>) {
    const sources: SourceFile[] = Object.entries(files).map(([file, text]) => ({
      path: file,
      text,
    }))
    const edges = readImports(sources, (file) => file in files)
    return {
      forbidden: findForbiddenImports(edges),
      cycles: findCycles(toGraph(edges.filter((edge) => edge.kind === 'file'))),
    }
  }

  test('accepts a project whose imports run downwards', () => {
    expect(
      check({
        'app/page.tsx': "import { table } from '@/lib/domain/inventory/reads'",
        'lib/domain/inventory/reads.ts': "import { list } from './queries'",
        'lib/domain/inventory/queries.ts': "import type { Database } from '@/db/client'",
        'db/client.ts': "import ws from 'ws'",
      }),
    ).toEqual({ forbidden: [], cycles: [] })
  })

  test('refuses a back-edge, also one of types alone', () => {
    const { forbidden } = check({
      'lib/cache/cache.ts': "import type { Scope } from '@/lib/server/scope'",
      'lib/server/scope.ts': '',
    })
    expect(forbidden).toEqual([
      'lib/cache/cache.ts imports lib/server/scope.ts: lib/cache may not know lib/server',
    ])
  })

  test('refuses neighbours on one floor', () => {
    const { forbidden } = check({
      'lib/cache/cache.ts': "import { db } from '@/db/client'",
      'db/client.ts': '',
    })
    expect(forbidden).toEqual([
      'lib/cache/cache.ts imports db/client.ts: lib/cache may not know db',
    ])
  })

  test("refuses a domain's queries in a page and its reads in a component", () => {
    const { forbidden } = check({
      'app/page.tsx': "import { list } from '@/lib/domain/inventory/queries'",
      'components/table/table.tsx': "import { table } from '@/lib/domain/inventory/reads'",
      'lib/domain/inventory/queries.ts': '',
      'lib/domain/inventory/reads.ts': '',
    })
    expect(forbidden).toEqual([
      'app/page.tsx imports lib/domain/inventory/queries.ts: app may not know this part of a domain',
      'components/table/table.tsx imports lib/domain/inventory/reads.ts: components may not know this part of a domain',
    ])
  })

  test('refuses the framework in a domain', () => {
    const { forbidden } = check({
      'lib/domain/inventory/queries.ts': "import { cookies } from 'next/headers'",
    })
    expect(forbidden).toEqual([
      'lib/domain/inventory/queries.ts imports next/headers: lib/domain/inventory may not know next',
    ])
  })

  test('refuses a folder that is not in the table', () => {
    const { forbidden } = check({
      'lib/utils/text.ts': "import { a } from './other'",
      'lib/utils/other.ts': '',
    })
    expect(forbidden).toEqual([
      'lib/utils/text.ts stands in no zone: enter its folder in the table',
    ])
  })

  test('refuses a cycle over several files', () => {
    const { cycles } = check({
      'lib/base/a.ts': "import { b } from './b'",
      'lib/base/b.ts': "export { c } from '@/lib/base/c'",
      'lib/base/c.ts': "import type { A } from './a'",
    })
    expect(cycles).toEqual(['lib/base/a.ts → lib/base/b.ts → lib/base/c.ts → lib/base/a.ts'])
  })

  test('refuses an import that leads nowhere', () => {
    const { forbidden } = check({ 'lib/base/a.ts': "import { b } from './b'" })
    expect(forbidden).toEqual(['lib/base/a.ts imports lib/base/b: there is no such file'])
  })

  test('sees every form of import', () => {
    const text = `
import 'one'
import two from 'two'
import * as three from 'three'
import four, { type Four } from 'four'
import {
  five,
} from 'five'
import type { Six } from 'six'
export * from 'seven'
export * as eight from 'eight'
export type { Nine } from 'nine'
export const ten = () => import('ten')
export const from = 'not an import'
`
    expect(findSpecifiers(text).map(({ specifier }) => specifier)).toEqual(
      'one two three four five six seven eight nine ten'.split(' '),
    )
    expect(
      findSpecifiers(text)
        .filter(({ typeOnly }) => typeOnly)
        .map(({ specifier }) => specifier),
    ).toEqual(['six', 'nine'])
  })
})
