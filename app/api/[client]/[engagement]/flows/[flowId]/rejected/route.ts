import { failure } from '@/lib/base/result'
import { flowPage } from '@/lib/domain/flows/reads'
import { flowPathSchema } from '@/lib/domain/flows/schema'
import { importById, rawRowPage } from '@/lib/domain/imports/reads'
import { defineRoute } from '@/lib/server/define-route'
import { textStream } from '@/lib/server/text-stream'
import { rejectedRowsCsv } from './rejected-rows-csv'

/** The rejected rows as a file that can be corrected and imported again. */
export const GET = defineRoute(
  { capability: 'engagement.read', params: flowPathSchema },
  async ({ scope, read, input }) => {
    const flow = await read(flowPage, scope, input.params)
    const file = flow && (await read(importById, scope, { importId: flow.importId }))
    if (!file) return failure('not_found')
    const { importId, headers } = file
    const text = rejectedRowsCsv(headers, (after, limit) =>
      read(rawRowPage, scope, { importId, after, limit, rejectedOnly: true }),
    )
    const name = encodeURIComponent(`${file.fileName.replace(/\.\w+$/, '')}-rejected.csv`)
    return new Response(textStream(text), {
      headers: {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': `attachment; filename="rejected.csv"; filename*=UTF-8''${name}`,
        'Cache-Control': 'private, no-store',
      },
    })
  },
)
