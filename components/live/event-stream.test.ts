import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createEventStreamReader } from './event-stream'

const stream = [
  ': a comment',
  'retry: 10',
  'id: 7',
  'event: change',
  'data: {"a":',
  'data: 1}',
  '',
  'event: beat',
  'data: {}',
  '',
  'event: nothing to say',
  '',
  'data:last',
  '',
]

const events = [
  { id: '7', type: 'change', data: '{"a":\n1}' },
  { id: '7', type: 'beat', data: '{}' },
  { id: '7', type: 'message', data: 'last' },
]

test('events arrive whole however their text is cut', () => {
  const ends = fc.constantFrom('\n', '\r\n')
  const cuts = fc.array(fc.nat(200), { maxLength: 12 })
  fc.assert(
    fc.property(ends, cuts, (end, at) => {
      const text = stream.join(end) + end
      const read = createEventStreamReader()
      const places = [0, ...at.map((cut) => cut % text.length).sort((a, b) => a - b), text.length]
      const pieces = places.slice(1).map((place, index) => text.slice(places[index], place))
      expect(pieces.flatMap(read)).toEqual(events)
    }),
  )
})

test('what was not ended is no event', () => {
  expect(createEventStreamReader()('data: half')).toEqual([])
})
