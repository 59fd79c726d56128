/**
 * Value of the `Content-Digest` header for a body (RFC 9530): `sha-256=:BASE64:`.
 * Web Crypto only, which browsers offer on https and localhost.
 */
export async function contentDigest(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return `sha-256=:${btoa(String.fromCharCode(...hash))}:`
}
