import type { Failure, Result } from '@/lib/base/result'
import { asObject } from '@/lib/request/refusal'
import type { RequestRuntime } from '@/lib/request/runtime'
import { type SendRequest, send } from '@/lib/request/send'
import { contentDigest } from './content-digest'

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
  runtime: RequestRuntime
  signal: AbortSignal
  onWait?: (milliseconds: number) => void
}

export type ImportApi = {
  create(file: NewImport): Promise<Result<CreatedImport>>
  status(importId: string): Promise<Result<UploadStatus>>
  putPart(importId: string, part: number, bytes: Uint8Array<ArrayBuffer>): Promise<Result<null>>
  complete(importId: string): Promise<Result<null>>
}

/** The four calls of the upload protocol, each tried again when it fails in passing. */
export function importApi(options: ImportApiOptions): ImportApi {
  const { baseUrl, headers: own, ...sending } = options
  const call = async <T>(path: string, request: Omit<SendRequest<T>, 'address'>) => {
    const headers = { ...request.headers, ...own }
    const address = `${baseUrl}/imports${path}`
    const answer = await send({ ...request, address, headers }, { ...sending, kind: 'upload' })
    return answer.ok ? answer : inWordsOfUploads(answer)
  }

  return {
    create: (file) => call('', { method: 'POST', body: file, read: of(readCreated) }),
    status: (importId) => call(`/${importId}`, { read: of(readStatus) }),
    putPart: async (importId, part, bytes) => {
      const headers = {
        'Content-Type': 'application/octet-stream',
        'Content-Digest': await contentDigest(bytes),
      }
      const request = { method: 'PUT', bytes, headers, read: of(() => null) } as const
      return call(`/${importId}/parts/${part}`, request)
    },
    complete: (importId) =>
      call(`/${importId}/complete`, { method: 'POST', body: {}, read: of(() => null) }),
  }
}

const passing: readonly string[] = ['offline', 'unreachable', 'timed_out', 'stopped']

/** An upload that was interrupted goes on where it was. */
function inWordsOfUploads(refusal: Failure): Failure {
  if (!passing.includes(refusal.code)) return refusal
  const message =
    refusal.code === 'stopped'
      ? 'The upload was stopped. What was sent is kept.'
      : 'The connection failed. What was sent is kept: try again to go on from there.'
  return { ...refusal, message }
}

/** `read` gives undefined for a body that is not what the protocol says. */
function of<T>(read: (body: Record<string, unknown>) => T | undefined) {
  return (body: unknown) => read(asObject(body))
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
