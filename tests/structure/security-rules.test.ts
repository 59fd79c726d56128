import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { projectRoot } from './source-files'

const read = (file: string) => readFileSync(path.join(projectRoot, file), 'utf8')

/** Rows of a rule and its test, as docs/security.md has them. */
function namedTests(document: string): { file: string; name: string }[] {
  return document
    .split('\n')
    .filter((line) => line.startsWith('| ') && !/^\| (rule|-)/.test(line))
    .map((line) => {
      const [, file = line, name = ''] = /`([^`]+)`: (.+) \|$/.exec(line) ?? []
      return { file, name }
    })
}

function missing(document: string): string[] {
  return namedTests(document)
    .filter(({ file, name }) => {
      if (!existsSync(path.join(projectRoot, file))) return true
      return !['"', "'", '`'].some((quote) => read(file).includes(`${quote}${name}${quote}`))
    })
    .map(({ file, name }) => `${file}: ${name}`)
}

test('every rule of security names a test that is there', () => {
  const document = read('docs/security.md')
  expect(namedTests(document).length).toBeGreaterThan(35)
  expect(missing(document)).toEqual([])
})

test('a rule without its test is seen', () => {
  const row = '| A rule | `tests/structure/security-rules.test.ts`: it was never written |'
  expect(missing(`| rule | test |\n|---|---|\n${row}`)).toHaveLength(1)
  expect(missing('| A rule | nothing |')).toHaveLength(1)
})
