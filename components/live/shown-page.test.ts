import { expect, test } from 'vitest'
import { missingFrom } from './shown-page'

const page = { id: 'a', reads: {}, changes: ['held'], afterAction: false }
const heard = (name: string, at: number, tag = 'client.a:flow:e:1') => ({ name, tags: [tag], at })
const missing = (...changes: ReturnType<typeof heard>[]) =>
  missingFrom(page, changes).map(({ name }) => name)

test('a page holds what it names and all before it in that stream, and nothing behind it', () => {
  expect(
    missing(
      heard('998-5:before', 1),
      heard('1000-1:also', 1),
      heard('1000-2:held', 2),
      heard('1000-10:behind', 2),
      heard('999-0:elsewhere', 2, 'global:user:u'),
    ),
  ).toEqual(['1000-10:behind', '999-0:elsewhere'])
})

test('an earlier number that is heard later is of an engine that took over', () => {
  expect(missing(heard('1000-2:held', 1), heard('950-0:new', 2))).toEqual(['950-0:new'])
})
