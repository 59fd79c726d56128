import { createHash } from 'node:crypto'

const sha256Member = /(?:^|,)\s*sha-256=:([A-Za-z0-9+/]{43}=):/

/**
 * The SHA-256 that a `Content-Digest` header states (RFC 9530), in base64.
 * @returns null when it states none
 */
export function statedSha256(header: string | null): string | null {
  return header?.match(sha256Member)?.[1] ?? null
}

/** The SHA-256 of bytes, in base64. */
export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('base64')
}
