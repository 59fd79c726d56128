import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/**
 * Nothing is reached but through the door: what a file of `app` offers to the world is made by the
 * makers of lib/server, and every page asks who is there before anything else.
 */

const files = readdirSync('app', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => ({ file, text: readFileSync(`app/${file}`, 'utf8') }))

/** Offers that need no door: they ask nothing of anybody. */
const free = ['(auth)/actions.ts: signOut', 'api/auth/[...nextauth]/route.ts: GET, POST']

test('every server action is made by a maker of actions', () => {
  const maker = /^(asPlainFormAction\(\s*)?define(Public|User|Admin|Choice)?Action\b/
  const loose = files
    .filter(({ text }) => /^\s*['"]use server['"]/m.test(text))
    .flatMap(({ file, text }) =>
      text
        .split(/^export /m)
        .slice(1)
        .map((offer) => ({ name: /\w+(?= =|\()/.exec(offer)?.[0], made: offer.split(' = ')[1] }))
        .filter(({ made }) => !maker.test(made ?? ''))
        .map(({ name }) => `${file}: ${name}`),
    )
  expect(loose).toEqual(free.slice(0, 1))
})

test('every action of the administration is for administrators', () => {
  const loose = files
    .filter(({ file, text }) => file.startsWith('admin/') && /^\s*['"]use server['"]/m.test(text))
    .flatMap(({ file, text }) =>
      [...text.matchAll(/^export .*?(\w+) = (\w+)/gm)]
        .filter(([, , maker]) => maker !== 'defineAdminAction')
        .map(([, name]) => `${file}: ${name}`),
    )
  expect(loose).toEqual([])
})

test('every route handler is made by a maker of routes', () => {
  const loose = files
    .filter(({ file, text }) => /(^|\/)route\.ts$/.test(file) && !/\bdefine\w*Route\(/.test(text))
    .map(({ file, text }) => {
      const methods = [...text.matchAll(/\bas ([A-Z]+)\b|export \w+ ([A-Z]+)\b/g)]
      return `${file}: ${methods.map(([, named, declared]) => named ?? declared).join(', ')}`
    })
  expect(loose).toEqual(free.slice(1))
})

test('every page of an engagement asks for its scope, and of the administration for its admin', () => {
  const pages = files.filter(({ file }) => /(^|\/)(page|layout)\.tsx$/.test(file))
  const unguarded = (folder: string, guard: string) =>
    pages
      .filter(({ file, text }) => file.startsWith(folder) && !text.includes(`await ${guard}(`))
      .map(({ file }) => file)
  expect(pages.length).toBeGreaterThan(10)
  expect(unguarded('[client]/', 'requireScope')).toEqual([])
  expect(unguarded('admin/', 'requireAdmin')).toEqual([])
})
