import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createSecretKey,
  hkdfSync,
  type KeyObject,
} from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'
import type { Namespace } from '@/lib/base/tag'
import { findUnstorable } from './plain-json'
import { createRecentlyOpened } from './recently-opened'

/** What stands before a value: readable without a key, and not to be changed without one. */
export interface EntryHeader {
  /** In the order of the read's tags. */
  versions: readonly string[]
  /** Milliseconds since 1970: from then on a value is old, or gone. */
  softExpiry: number
  hardExpiry: number
  /** How long the load took, milliseconds. */
  computeMs: number
}

/** Where an entry belongs; it opens nowhere else. */
export interface EntryPlace {
  namespace: Namespace
  entryKey: string
}

export type Encoded =
  | { ok: true; text: string }
  | { ok: false; reason: 'oversize' }
  /** `at`: where in the value, as in `$.rows[3].createdAt`. */
  | { ok: false; reason: 'unstorable'; at: string }

/** An entry whose value is sealed still. Its header is proved by `open` alone. */
export interface SealedEntry {
  header: EntryHeader
  /** The header's text, and the seal with what is under it. */
  head: string
  body: string
}

export interface Codec {
  encode(place: EntryPlace, header: EntryHeader, value: unknown): Encoded
  /** @returns null when the text is none of this codec's */
  read(text: string): SealedEntry | null
  /** @returns null when the text was changed, or made for another place or with another key */
  open(place: EntryPlace, entry: SealedEntry): { value: unknown } | null
}

export interface CodecSettings {
  /** From which the key of each namespace is derived. */
  secret: Buffer
  randomBytes(size: number): Buffer
  /** Characters at most of what was opened lately; 16 M unless said. */
  remembered?: number
}

const compressFrom = 1024
const mostEncoded = 256 * 1024
const cipherName = 'aes-256-gcm'
const [ivBytes, sealBytes] = [12, 16]

/** Formats: plain JSON, or gzip. */
type Format = 'j' | 'z'

/**
 * JSON, compressed above 1 KB, always encrypted, as `header "\n" base64`. The header and the
 * entry's key are what the seal vouches for besides the value.
 */
export function createCodec({
  secret,
  randomBytes,
  remembered = 16 * 1024 * 1024,
}: CodecSettings): Codec {
  const keyId = createHash('sha256').update(secret).digest('hex').slice(0, 8)
  const keyOf = deriveKeys(secret)
  const opened = createRecentlyOpened(remembered)

  /** @throws when the text was changed, or made for another place or with another key */
  function unseal(place: EntryPlace, { head, body }: SealedEntry): string {
    const sealed = Buffer.from(body, 'base64')
    const iv = sealed.subarray(0, ivBytes)
    const decipher = createDecipheriv(cipherName, keyOf(place.namespace), iv, {
      authTagLength: sealBytes,
    })
    decipher.setAAD(vouchedFor(place, head))
    decipher.setAuthTag(sealed.subarray(-sealBytes))
    const bytes = decipher.update(sealed.subarray(ivBytes, -sealBytes))
    // Throws when the seal is broken; this cipher keeps nothing back for the end.
    decipher.final()
    const json = head.startsWith('z') ? gunzipSync(bytes) : bytes
    return json.toString()
  }

  return {
    encode(place, header, value) {
      const at = findUnstorable(value)
      if (at) return { ok: false, reason: 'unstorable', at }
      const json = Buffer.from(JSON.stringify(value))
      const format: Format = json.length > compressFrom ? 'z' : 'j'
      const body = format === 'z' ? gzipSync(json, { level: 1 }) : json
      const head = formatHeader(format, keyId, header)
      const iv = randomBytes(ivBytes)
      const cipher = createCipheriv(cipherName, keyOf(place.namespace), iv)
      cipher.setAAD(vouchedFor(place, head))
      const sealed = Buffer.concat([iv, cipher.update(body), cipher.final(), cipher.getAuthTag()])
      const text = `${head}\n${sealed.toString('base64')}`
      return text.length > mostEncoded ? { ok: false, reason: 'oversize' } : { ok: true, text }
    },
    read: parseText,
    open(place, entry) {
      if (entry.head.split(' ', 2)[1] !== keyId) return null
      try {
        const known = opened.find(place, entry)
        const json = known ?? unseal(place, entry)
        if (known === null) opened.keep(place, entry, json)
        return { value: JSON.parse(json) }
      } catch {
        // Whatever was wrong with it, the caller counts it and loads the value anew.
        return null
      }
    },
  }
}

function vouchedFor({ entryKey }: EntryPlace, head: string): Buffer {
  return Buffer.from(`${entryKey}\n${head}`)
}

/** One key per namespace, so that a client's values open with that client's key alone. */
function deriveKeys(secret: Buffer): (namespace: Namespace) => KeyObject {
  const keys = new Map<Namespace, KeyObject>()
  return (namespace) => {
    const known = keys.get(namespace)
    if (known) return known
    const bytes = Buffer.from(hkdfSync('sha256', secret, 'cache entry', namespace, 32))
    const key = createSecretKey(bytes)
    keys.set(namespace, key)
    return key
  }
}

/** Neither versions nor the rest hold a space or a comma. */
function formatHeader(format: Format, keyId: string, header: EntryHeader): string {
  const { softExpiry, hardExpiry, computeMs, versions } = header
  return [format, keyId, softExpiry, hardExpiry, computeMs, versions.join(',')].join(' ')
}

const headPattern = /^[jz] [0-9a-f]{8} (\d+) (\d+) (\d+) ([\w:,]*)$/

function parseText(text: string): SealedEntry | null {
  const end = text.indexOf('\n')
  const head = text.slice(0, Math.max(end, 0))
  const [, soft, hard, compute, versions] = headPattern.exec(head) ?? []
  if (versions === undefined) return null
  const header: EntryHeader = {
    versions: versions === '' ? [] : versions.split(','),
    softExpiry: Number(soft),
    hardExpiry: Number(hard),
    computeMs: Number(compute),
  }
  return { header, head, body: text.slice(end + 1) }
}
