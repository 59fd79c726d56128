import { createHash, randomBytes } from 'node:crypto'

/** A secret for a link that works once: 256 random bits, safe in an address. */
export function createToken(): string {
  return randomBytes(32).toString('base64url')
}

/** What is kept of a token, so that whoever reads the table cannot use its links. */
export function digestToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
