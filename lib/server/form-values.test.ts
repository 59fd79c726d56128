import { expect, test } from 'vitest'
import { formValues } from './form-values'

test('fields come once, lists as lists, the framework not at all', () => {
  const form = new FormData()
  form.append('name', 'x')
  form.append('ids[]', '1')
  form.append('kind', 'a')
  form.append('kind', 'b')
  form.append('$ACTION_KEY', 'k')
  expect(formValues(form)).toEqual({ name: 'x', ids: ['1'], kind: ['a', 'b'] })
})

test('a field named like a part of every object is a plain value', () => {
  const form = new FormData()
  form.append('__proto__', 'x')
  const values = formValues(form)
  expect(Object.getPrototypeOf(values)).toBe(Object.prototype)
  expect(Object.hasOwn(values, '__proto__')).toBe(true)
})
