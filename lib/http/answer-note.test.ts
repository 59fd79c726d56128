import { expect, test } from 'vitest'
import { readAnswerNote, writeAnswerNote } from './answer-note'

const etag = `W/"${'a'.repeat(22)}"`

test.each([
  { path: 'new', etag },
  { path: 'new', etag: null },
  { path: 'legacy', etag: null },
] as const)('what is handed on arrives: %j', (note) => {
  const headers = new Headers()
  writeAnswerNote(headers, note)
  expect(readAnswerNote(headers)).toEqual(note)
})

test('what the asker sent under these names is gone', () => {
  const headers = new Headers({ 'x-portolan-caching': 'new', 'x-portolan-validator': etag })
  writeAnswerNote(headers, { path: 'new', etag: null })
  expect(readAnswerNote(headers)).toEqual({ path: 'new', etag: null })
  writeAnswerNote(headers, null)
  expect(readAnswerNote(headers)).toBeNull()
})

test('what is no validator of ours is none', () => {
  for (const sent of ['"a"', 'W/"a"', `${etag}, "b"`, 'x']) {
    const headers = new Headers({ 'x-portolan-caching': 'new', 'x-portolan-validator': sent })
    expect(readAnswerNote(headers)).toEqual({ path: 'new', etag: null })
  }
})
