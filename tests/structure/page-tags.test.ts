import { expect, test } from 'vitest'
import { readSourceFiles } from './source-files'

/** They show what lies behind no sign-in, lead on, or are never there. */
const without = [
  'app/admin/page.tsx',
  'app/admin/[...rest]/page.tsx',
  'app/[client]/[engagement]/[...rest]/page.tsx',
]
const open = /^app\/\((auth|public)\)\//

test('every page of somebody who is signed in says what it is made of', () => {
  const pages = readSourceFiles()
    .filter(({ path }) => /^app\/.*\bpage\.tsx$/.test(path))
    .filter(({ path }) => !without.includes(path) && !open.test(path))
  expect(pages.length).toBeGreaterThan(15)
  const silent = pages.filter(({ text }) => text.split('<PageTags />').length !== 2)
  expect(silent.map(({ path }) => path)).toEqual([])
})
