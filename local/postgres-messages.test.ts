import { expect, test } from 'vitest'
import { createStatementCounter } from './postgres-messages.mjs'

function message(letter: string, content: string): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(4 + content.length)
  return Buffer.concat([Buffer.from(letter), length, Buffer.from(content)])
}

// Two statements among what surrounds them.
const sent = Buffer.concat([
  message('', 'user app Q'),
  message('p', 'Q password'),
  message('Q', 'begin'),
  message('P', 'select 1'),
  message('B', ''),
  message('E', ''),
  message('S', ''),
  message('X', ''),
])

test.each([1, 3, 7, sent.length])('statements are counted in pieces of %i bytes', (size) => {
  let counted = 0
  const count = createStatementCounter((statements) => {
    counted += statements
  })
  for (let from = 0; from < sent.length; from += size) count(sent.subarray(from, from + size))
  expect(counted).toBe(2)
})
