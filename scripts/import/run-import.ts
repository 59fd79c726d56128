import * as z from 'zod'
import type { RequestRuntime } from '@/lib/request/runtime'
import { type UploadOptions, uploadFile } from '@/lib/upload/upload-file'
import { ImportFailure } from './failure'
import { type OpenFile, openSource } from './file-source'
import { type FlowState, followFlow } from './follow-flow'
import type { ImportOptions } from './options'
import { choosePlace } from './place'
import { type Fetch, signIn } from './site-client'

const importAnswer = z.object({
  rows: z.object({
    in: z.number(),
    created: z.number(),
    merged: z.number(),
    unchanged: z.number(),
    rejected: z.number(),
  }),
  columns: z.object({ mapped: z.number(), unmapped: z.array(z.string()) }),
})

/** What `--json` prints. `status` is the flow's. */
type ImportReport = z.infer<typeof importAnswer> & {
  importId: string
  flowId: string
  status: string
  seconds: number
}

export type ImportOutcome = { report: ImportReport; flow: FlowState; exit: number; page: string }

export type ImportDeps = {
  /** The site to use when the command line names none. */
  defaultUrl: () => Promise<string>
  fetch: Fetch
  sleep: (milliseconds: number) => Promise<void>
  now: () => number
  /** Told what happens, one line each. */
  say: (line: string) => void
  runtime?: RequestRuntime
}

/**
 * Sends a file to a site and follows it into the inventory.
 * @throws ImportFailure with words for people, and the import's ids once there is one
 */
export async function runImport(options: ImportOptions, deps: ImportDeps): Promise<ImportOutcome> {
  const source = await openSource(options.file)
  try {
    return await importSource(source, options, deps)
  } finally {
    await source.close()
  }
}

async function importSource(
  source: OpenFile,
  options: ImportOptions,
  deps: ImportDeps,
): Promise<ImportOutcome> {
  const { say, now, sleep } = deps
  const startedAt = now()
  const url = options.url ?? (await deps.defaultUrl())
  const { runtime } = deps
  const site = await signIn({ ...options, url }, deps.fetch, runtime)
  const { client, engagement } = await choosePlace(options, site)
  say(`${source.name} goes to ${client}/${engagement} on ${url}`)
  const basePath = `/api/${encodeURIComponent(client)}/${encodeURIComponent(engagement)}`
  const uploaded = await uploadFile({
    source,
    baseUrl: `${url}${basePath}`,
    headers: { Cookie: site.cookieHeader() },
    hints: { assetType: options.assetType },
    runtime,
    onProgress: uploadTeller(say),
  })
  if (!uploaded.ok) throw new ImportFailure(uploaded.code, wordsOf(uploaded), idsOf(uploaded))
  const ids = { importId: uploaded.importId, flowId: uploaded.flowId }
  const { approveAll } = options
  const follow = { site, basePath, flowId: ids.flowId, approveAll, onChange: flowTeller(say) }
  try {
    const { flow, exit } = await followFlow({ ...follow, sleep, now })
    const { rows, columns } = await site.get(`${basePath}/imports/${ids.importId}`, importAnswer)
    const seconds = Math.round((now() - startedAt) / 10) / 100
    const report = { ...ids, status: flow.status, rows, columns, seconds }
    return { report, flow, exit, page: `${url}/${client}/${engagement}/flows/${ids.flowId}` }
  } catch (error) {
    if (!(error instanceof ImportFailure)) throw error
    throw new ImportFailure(error.code, error.message, ids)
  }
}

type Refused = Exclude<Awaited<ReturnType<typeof uploadFile>>, { ok: true }>

/** The server's words, with those about single fields. */
function wordsOf({ message, fields = {} }: Refused): string {
  const parts = Object.entries(fields).map(([field, words]) => `${field}: ${words}`)
  return [message, ...parts].join('\n  ')
}

function idsOf({ importId, flowId }: Refused): { importId?: string; flowId?: string } {
  return { importId, flowId }
}

/** Says each new phase, and every tenth of the bytes. */
function uploadTeller(say: (line: string) => void): NonNullable<UploadOptions['onProgress']> {
  let told = ''
  return ({ phase, sentBytes, totalBytes, bytesPerSecond, retryInSeconds }) => {
    const share = totalBytes === 0 ? 100 : Math.floor((sentBytes / totalBytes) * 10) * 10
    const line =
      phase === 'waiting'
        ? `the site does not take it yet; next try in ${retryInSeconds?.toFixed(1)} s`
        : `upload: ${phase}${phase === 'sending' ? ` ${share} %` : ''}`
    if (line === told) return
    told = line
    say(bytesPerSecond === null ? line : `${line} (${(bytesPerSecond / 1e6).toFixed(1)} MB/s)`)
  }
}

function flowTeller(say: (line: string) => void): (flow: FlowState) => void {
  return ({ phase, status, progress: { done, total } }) => {
    say(`flow: ${phase}, ${status}${total > 0 ? ` ${done} of ${total}` : ''}`)
  }
}
