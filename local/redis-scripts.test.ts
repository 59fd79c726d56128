import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { SimpleString } from './redis-connection.mjs'
import { createScriptTranslator } from './redis-scripts.mjs'

const body = 'return 1'
const flagged = `#!lua flags=allow-key-locking\n${body}`
const sha1 = (text: string) => createHash('sha1').update(text).digest('hex')

test('a script loses the line that plain Redis does not know', () => {
  const { translate } = createScriptTranslator()
  expect(translate(['eval', flagged, '0'])).toEqual(['eval', body, '0'])
  expect(translate(['SCRIPT', 'LOAD', flagged])).toEqual(['SCRIPT', 'LOAD', body])
})

test('a digest is translated once the script was seen', () => {
  const { translate } = createScriptTranslator()
  const ask = ['EVALSHA', sha1(flagged), '0']
  expect(translate(ask)).toEqual(ask)
  translate(['EVAL', flagged, '0'])
  expect(translate(ask)).toEqual(['EVALSHA', sha1(body), '0'])
})

test('loading a script answers the digest that the client computes', () => {
  const { restore } = createScriptTranslator()
  const reply = new SimpleString(sha1(body))
  expect(String(restore(['SCRIPT', 'LOAD', flagged], reply))).toBe(sha1(flagged))
  expect(restore(['SCRIPT', 'LOAD', body], reply)).toBe(reply)
})

test('everything else stays as it is', () => {
  const { translate } = createScriptTranslator()
  const command = ['SET', 'key', flagged]
  expect(translate(command)).toEqual(command)
})
