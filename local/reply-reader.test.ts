import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { RedisError, type Reply, ReplyReader, SimpleString } from './redis-connection.mjs'

const sent = Buffer.from(
  '+OK\r\n:-7\r\n$-1\r\n$6\r\nü\r\n\r\n\r\n*3\r\n$1\r\na\r\n*-1\r\n*2\r\n:1\r\n-ERR nö\r\n*0\r\n$0\r\n\r\n',
)

function plain(reply: Reply): unknown {
  if (Array.isArray(reply)) return reply.map(plain)
  if (Buffer.isBuffer(reply)) return reply.toString()
  if (reply instanceof SimpleString) return { status: String(reply) }
  return reply instanceof RedisError ? { error: reply.message } : reply
}

const expected = [
  { status: 'OK' },
  -7,
  null,
  'ü\r\n\r\n',
  ['a', null, [1, { error: 'ERR nö' }]],
  [],
  '',
]

test('answers are the same however the bytes are cut', () => {
  const cuts = fc.uniqueArray(fc.integer({ min: 1, max: sent.length - 1 }))
  fc.assert(
    fc.property(cuts, (unsorted) => {
      const places = [0, ...unsorted.sort((a, b) => a - b), sent.length]
      const reader = new ReplyReader()
      const replies: unknown[] = []
      for (let i = 1; i < places.length; i += 1) {
        reader.add(sent.subarray(places[i - 1], places[i]))
        for (let reply = reader.next(); reply !== undefined; reply = reader.next()) {
          replies.push(plain(reply))
        }
      }
      expect(replies).toEqual(expected)
    }),
  )
})
