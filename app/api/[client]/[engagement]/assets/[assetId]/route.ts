import { failure, success } from '@/lib/base/result'
import { assetById } from '@/lib/domain/inventory/reads'
import { assetIdSchema } from '@/lib/domain/inventory/schema'
import { defineRoute } from '@/lib/server/define-route'

/** One asset with the source of each value, its components and its issues. */
export const GET = defineRoute(
  { capability: 'engagement.read', params: assetIdSchema },
  async ({ scope, read, input }) => {
    const asset = await read(assetById, scope, input.params)
    return asset ? success(asset) : failure('not_found')
  },
)
