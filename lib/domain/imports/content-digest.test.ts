import { expect, test } from 'vitest'
import { sha256Of, statedSha256 } from './content-digest'

const digest = sha256Of(new TextEncoder().encode('portolan'))

test('finds the SHA-256 among the digests of a header', () => {
  expect(statedSha256(`sha-256=:${digest}:`)).toBe(digest)
  expect(statedSha256(`sha-512=:AAAA:, sha-256=:${digest}:`)).toBe(digest)
})

test('takes nothing else for one', () => {
  for (const header of [null, '', digest, 'sha-256=:short:', `sha-512=:${digest}:`]) {
    expect(statedSha256(header)).toBeNull()
  }
})
