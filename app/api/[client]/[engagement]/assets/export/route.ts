import { assetExportColumns, assetExportPage } from '@/lib/domain/inventory/reads'
import { assetFilterSchema } from '@/lib/domain/inventory/schema'
import { defineRoute } from '@/lib/server/define-route'
import { textStream } from '@/lib/server/text-stream'
import { assetsCsv } from './assets-csv'

/** The assets of the current filter as a file that can be imported again. */
export const GET = defineRoute(
  { capability: 'engagement.read', query: assetFilterSchema },
  async ({ scope, read, input }) => {
    const filter = input.query
    const columns = await read(assetExportColumns, scope, filter)
    const text = assetsCsv(columns, (cursor) =>
      read(assetExportPage, scope, { filter, columns, cursor }),
    )
    const name = `${scope.clientSlug}-${scope.engagementSlug}-assets.csv`
    return new Response(textStream(text), {
      headers: {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': `attachment; filename="${name}"`,
        'Cache-Control': 'private, no-store',
      },
    })
  },
)
