import { success } from '@/lib/base/result'
import { assetPage } from '@/lib/domain/inventory/reads'
import { listAssetsSchema } from '@/lib/domain/inventory/schema'
import { defineRoute } from '@/lib/server/define-route'

/** One page of the inventory, with the filters and the order of its page. */
export const GET = defineRoute(
  { capability: 'engagement.read', query: listAssetsSchema },
  async ({ scope, read, input }) => success(await read(assetPage, scope, input.query)),
)
