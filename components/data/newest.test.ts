import { expect, test } from 'vitest'
import { isNew } from './newest'

test('what a render brought is new once, and never again when Back shows it', () => {
  const [rendered, later] = [{ n: 1 }, { n: 1 }]
  expect([isNew(rendered), isNew(rendered)]).toEqual([true, false])
  expect([isNew(later), isNew(rendered), isNew(later)]).toEqual([true, false, false])
})
