import { expect, test } from 'vitest'
import { sameContent } from './same-content'

function Name({ text }: { text: string }) {
  return <b>{text}</b>
}

const row = (name: string, more = {}) => [
  <td key="name" className="wide" style={{ width: 4 }}>
    <Name text={name} {...more} />
  </td>,
  <td key="cpu">{4}</td>,
]

/** As the answer of a server wraps what comes in a part of its own. */
const lazy = (value: unknown) => ({
  $$typeof: Symbol.for('react.lazy'),
  _payload: value,
  _init: (payload: unknown) => {
    if (payload instanceof Promise) throw payload
    return payload
  },
})

test('what draws the same is the same, however often it was made', () => {
  expect(sameContent(row('web-01'), row('web-01'))).toBe(true)
  expect(sameContent(lazy(row('web-01')), row('web-01'))).toBe(true)
  const onClick = () => undefined
  expect(sameContent(row('web-01', { onClick }), row('web-01', { onClick }))).toBe(true)
})

test.each([
  ['a text', row('web-01'), row('web-02')],
  ['a cell less', row('web-01'), row('web-01').slice(1)],
  ['a property', row('web-01'), row('web-01', { title: undefined })],
  ['a property of another name', row('a', { x: undefined }), row('a', { y: undefined })],
  ['a key', <td key="a">x</td>, <td key="b">x</td>],
  ['an element', <td key="a">x</td>, <th key="a">x</th>],
  ['nothing', <td key="a">x</td>, null],
  ['a list for an element', [<td key="a">x</td>], <td key="a">x</td>],
  ['a function that is another', row('a', { f: () => 1 }), row('a', { f: () => 1 })],
  ['a moment', row('a', { at: new Date(1) }), row('a', { at: new Date(2) })],
  ['what has not come', lazy(Promise.resolve('x')), lazy(Promise.resolve('x'))],
])('another %s is not the same', (_, before, after) => {
  expect(sameContent(before, after)).toBe(false)
})
