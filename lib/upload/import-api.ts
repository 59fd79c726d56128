import { contentDigest } from './content-digest'
import { asObject, type UploadRefusal, unexpected } from './refusal'
import { type Received, type Safety, sendWithRetries } from './retry'
import type { UploadRuntime } from './runtime'

type Answer<T> = { ok: true; data: T } | UploadRefusal

/** What a person may say about the file instead of the detection. */
export type ImportHints = {
  dialect?: {
    encoding?: string
    delimiter?: string
    quote?: string | null
    headerLine?: number
  }
  assetType?: string
}

type NewImport = ImportHints & {
  name: string
  sizeBytes: number
  partCount: number
  partSize: number
}

type CreatedImport = { importId: string; flowId: string; partSize: number }

type UploadStatus = CreatedImport & {
  status: string
  sizeBytes: number
  partCount: number
  receivedParts: number[]
}

/** Where requests go and what they carry. */
export type ImportApiOptions = {
  /** `/api/CLIENT/ENGAGEMENT`, with the site's address before it outside a browser. */
  baseUrl: string
  /** Sent with every request, such as the cookie of a command line. */
  headers?: Record<string, string>
  runtime: UploadRuntime
  signal: AbortSignal
  onWait?: (milliseconds: number) => void
}

export type ImportApi = {
  create(file: NewImport): Promise<Answer<CreatedImport>>
  status(importId: string): Promise<Answer<UploadStatus>>
  putPart(importId: string, part: number, bytes: Uint8Array<ArrayBuffer>): Promise<Answer<null>>
  complete(importId: string): Promise<Answer<null>>
}

/** The four calls of the upload protocol, each tried again where that is safe. */
export function importApi(options: ImportApiOptions): ImportApi {
  const { baseUrl, headers = {}, runtime, signal, onWait } = options
  const call = (path: string, init: RequestInit, safety: Safety) =>
    sendWithRetries(
      () => {
        const all = { Accept: 'application/json', ...headers, ...asHeaders(init.headers) }
        return runtime.fetch(`${baseUrl}/imports${path}`, { ...init, headers: all, signal })
      },
      { safety, signal, runtime, onWait },
    )

  return {
    async create(file) {
      const sent = await call('', jsonRequest(file), 'once')
      return sent.ok ? readAnswer(sent, readCreated) : sent
    },
    async status(importId) {
      const sent = await call(`/${importId}`, { method: 'GET' }, 'repeatable')
      return sent.ok ? readAnswer(sent, readStatus) : sent
    },
    async putPart(importId, part, bytes) {
      const request = {
        method: 'PUT',
        body: bytes,
        headers: {
          'Content-Type': 'application/octet-stream',
          'Content-Digest': await contentDigest(bytes),
        },
      }
      const sent = await call(`/${importId}/parts/${part}`, request, 'repeatable')
      return sent.ok ? readAnswer(sent, () => null) : sent
    },
    async complete(importId) {
      const sent = await call(`/${importId}/complete`, jsonRequest({}), 'repeatable')
      return sent.ok ? readAnswer(sent, () => null) : sent
    },
  }
}

function jsonRequest(body: unknown): RequestInit {
  const headers = { 'Content-Type': 'application/json' }
  return { method: 'POST', body: JSON.stringify(body), headers }
}

function asHeaders(headers: RequestInit['headers']): Record<string, string> {
  return Object.fromEntries(new Headers(headers))
}

/** `read` gives undefined for a body that is not what the protocol says. */
function readAnswer<T>(
  { status, body }: Received,
  read: (body: Record<string, unknown>) => T | undefined,
): Answer<T> {
  const data = read(asObject(body))
  return data === undefined ? unexpected(status) : { ok: true, data }
}

function readCreated(body: Record<string, unknown>): CreatedImport | undefined {
  const { importId, flowId, partSize } = body
  if (typeof importId !== 'string' || typeof flowId !== 'string') return undefined
  return typeof partSize === 'number' && partSize > 0 ? { importId, flowId, partSize } : undefined
}

function readStatus(body: Record<string, unknown>): UploadStatus | undefined {
  const created = readCreated(body)
  const { status, sizeBytes, partCount, receivedParts } = body
  if (created === undefined || typeof status !== 'string') return undefined
  if (typeof sizeBytes !== 'number' || typeof partCount !== 'number') return undefined
  const received = readNumbers(receivedParts)
  return received && { ...created, status, sizeBytes, partCount, receivedParts: received }
}

/** The list if it is one of numbers. */
export function readNumbers(value: unknown): number[] | undefined {
  if (!Array.isArray(value)) return undefined
  const numbers = value.filter((item): item is number => typeof item === 'number')
  return numbers.length === value.length ? numbers : undefined
}
