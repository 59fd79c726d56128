import { existsSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { findClientBreaches } from './client-code'
import { readImports } from './imports'
import { projectRoot, readSourceFiles } from './source-files'

test('browsers are sent no server code', () => {
  const files = readSourceFiles()
  const imports = readImports(files, (file) => existsSync(path.join(projectRoot, file)))
  expect(findClientBreaches(files, imports)).toEqual([])
})

function check(files: Record<string, string>): string[] {
  const sources = Object.entries(files).map(([file, text]) => ({ path: file, text }))
  return findClientBreaches(
    sources,
    readImports(sources, (file) => file in files),
  )
}

test("a client component may know a domain's schema, types and actions", () => {
  const breaches = check({
    'app/form.tsx': [
      "'use client'",
      "import { save } from './actions'",
      "import { label } from '@/lib/domain/users/schema'",
    ].join('\n'),
    'app/actions.ts': "/** Saves. */\n'use server'\nimport { save } from '@/lib/server/save'",
    'lib/server/save.ts': '',
    'lib/domain/users/schema.ts': "import type { users } from '@/db/schema/users'",
    'db/schema/users.ts': '',
  })
  expect(breaches).toEqual([])
})

test('a client component that imports a query is refused', () => {
  const breaches = check({
    'app/table.tsx': "'use client'\nimport type { Row } from '@/lib/domain/users/queries'",
    'lib/domain/users/queries.ts': '',
  })
  expect(breaches).toEqual([
    'app/table.tsx imports lib/domain/users/queries.ts: of a domain it may know the schema only',
  ])
})

test('server code behind a shared file is seen', () => {
  const breaches = check({
    'app/table.tsx': "'use client'\nimport { format } from './format'",
    'app/format.ts': "import { tables } from '@/db/schema/index'",
    'db/schema/index.ts': '',
  })
  expect(breaches).toEqual([
    'app/table.tsx sends db/schema/index.ts to browsers, imported by app/format.ts',
  ])
})

test('a heavy package may come when it is needed, not with the page', () => {
  const files = {
    'app/page.tsx': "import { Form } from './form'\nimport { Bar } from './lazy-bar'",
    'app/form.tsx': "'use client'\nimport { check } from './check'",
    'app/check.ts': "import * as z from 'zod'",
    'app/lazy-bar.tsx': `'use client'\nconst bar = () => import(${"'./bar'"})`,
    'app/bar.tsx': "'use client'\nimport { check } from './check'",
  }
  expect(check(files)).toEqual(['app/form.tsx sends zod to browsers, imported by app/check.ts'])
})
