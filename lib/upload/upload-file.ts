import { type Failure, failure } from '@/lib/base/result'
import { type RequestRuntime, systemRuntime } from '@/lib/request/runtime'
import { type ImportApi, type ImportHints, importApi, readNumbers } from './import-api'
import { UploadMeter, type UploadProgress } from './progress'
import { sendParts } from './send-parts'
import type { UploadSource } from './source'

/** The largest body that every hosting of the site accepts, with room for headers. */
export const PART_SIZE = 4 * 1024 * 1024

/** The server may find parts missing that it had confirmed; then they are sent again. */
const COMPLETION_ROUNDS = 3

export type UploadOptions = {
  source: UploadSource
  /** `/api/CLIENT/ENGAGEMENT`, with the site's address before it outside a browser. */
  baseUrl: string
  hints?: ImportHints
  /** Goes on with an upload that was interrupted: only missing parts are sent. */
  resume?: { importId: string }
  headers?: Record<string, string>
  signal?: AbortSignal
  onProgress?: (progress: UploadProgress) => void
  /** Called as soon as the import exists, so that a page can remember it. */
  onCreated?: (created: { importId: string; flowId: string }) => void
  runtime?: RequestRuntime
}

/** A refusal keeps the import's id, if there is one, so that the upload can be resumed. */
export type UploadOutcome =
  | { ok: true; importId: string; flowId: string }
  | (Failure & { importId?: string; flowId?: string })

type Plan = { importId: string; flowId: string; partSize: number; missing: number[] }

/**
 * Sends a file in parts and tells the server when it is whole. Never throws for what network,
 * server, file or person do; every such end is an outcome.
 */
export async function uploadFile(options: UploadOptions): Promise<UploadOutcome> {
  const { source, resume, runtime = systemRuntime } = options
  const meter = new UploadMeter(source.size, runtime.now)
  const report: Report = (phase, pause) => options.onProgress?.(meter.read(phase, pause))
  const stop = new AbortController()
  const signal = options.signal ? AbortSignal.any([options.signal, stop.signal]) : stop.signal
  const onWait = (pause: number) => report('waiting', pause)
  const api = importApi({ ...options, runtime, signal, onWait })

  report('preparing')
  const planned = await (resume
    ? planResume(api, source, resume.importId)
    : planNew(api, source, options.hints))
  if (!planned.ok) return { ...planned, ...resume }
  const { plan } = planned
  const ids = { importId: plan.importId, flowId: plan.flowId }
  options.onCreated?.(ids)
  const stopOthers = () => stop.abort()
  const sent = await sendAndComplete({ api, source, plan, meter, report, stopOthers })
  return sent.ok ? { ok: true, ...ids } : { ...sent, ...ids }
}

type Report = (phase: UploadProgress['phase'], pause?: number) => void

type Sending = {
  api: ImportApi
  source: UploadSource
  plan: Plan
  meter: UploadMeter
  report: Report
  stopOthers: () => void
}

async function sendAndComplete({
  api,
  source,
  plan,
  meter,
  report,
  stopOthers,
}: Sending): Promise<{ ok: true } | Failure> {
  let parts = plan.missing
  for (let round = 1; ; round++) {
    meter.begin(bytesOf(parts, plan.partSize, source.size))
    report('sending')
    const sent = await sendParts({ ...plan, api, source, parts, stopOthers }, (bytes) => {
      meter.add(bytes)
      report('sending')
    })
    if (!sent.ok) return sent
    report('completing')
    const completed = await complete(api, plan.importId)
    if (completed.ok) {
      report('done')
      return completed
    }
    const missing = completed.code === 'parts_missing' && readNumbers(completed.details?.missing)
    if (!missing || missing.length === 0 || round === COMPLETION_ROUNDS) return completed
    parts = missing
  }
}

type Planned = { ok: true; plan: Plan } | Failure

async function planNew(
  api: ImportApi,
  source: UploadSource,
  hints: ImportHints = {},
): Promise<Planned> {
  const partCount = countParts(source.size, PART_SIZE)
  const created = await api.create({
    ...hints,
    name: source.name,
    sizeBytes: source.size,
    partCount,
    partSize: PART_SIZE,
  })
  if (!created.ok) return created
  return { ok: true, plan: { ...created.data, missing: Array.from(Array(partCount).keys()) } }
}

async function planResume(
  api: ImportApi,
  source: UploadSource,
  importId: string,
): Promise<Planned> {
  const answer = await api.status(importId)
  if (!answer.ok) return answer
  const { sizeBytes, partCount, partSize, receivedParts, flowId } = answer.data
  if (sizeBytes !== source.size) return failure('file_changed')
  const received = new Set(receivedParts)
  const missing = Array.from(Array(partCount).keys()).filter((part) => !received.has(part))
  return { ok: true, plan: { importId, flowId, partSize, missing } }
}

/**
 * A completion whose answer was lost is repeated and then refused, for the import is complete
 * already: the import's own status decides.
 */
async function complete(api: ImportApi, importId: string): Promise<{ ok: true } | Failure> {
  const completed = await api.complete(importId)
  if (completed.ok || completed.code !== 'wrong_state') return completed
  const answer = await api.status(importId)
  const isComplete = answer.ok && !['uploading', 'deleted'].includes(answer.data.status)
  return isComplete ? { ok: true } : completed
}

/** An empty file is one empty part. */
function countParts(size: number, partSize: number): number {
  return Math.max(1, Math.ceil(size / partSize))
}

function bytesOf(parts: readonly number[], partSize: number, size: number): number {
  return parts.reduce((sum, part) => sum + Math.min(partSize, size - part * partSize), 0)
}
