'use server'

import { splitAssetSource } from '@/lib/domain/inventory/commands/split-asset-source'
import { splitSourceSchema } from '@/lib/domain/inventory/schema'
import { defineAction } from '@/lib/server/define-action'

export const splitSource = defineAction(
  {
    input: splitSourceSchema,
    capability: 'mapping.decide',
    leadsTo: ({ assetId }, { clientSlug, engagementSlug }) =>
      `/${clientSlug}/${engagementSlug}/inventory/${assetId}`,
  },
  splitAssetSource,
)
