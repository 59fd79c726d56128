'use server'

import { archiveClientAccount } from '@/lib/domain/tenancy/commands/archive-client-account'
import { archiveEngagement as archiveEngagementCommand } from '@/lib/domain/tenancy/commands/archive-engagement'
import { createClientAccount } from '@/lib/domain/tenancy/commands/create-client-account'
import { createEngagement as createEngagementCommand } from '@/lib/domain/tenancy/commands/create-engagement'
import { renameClientAccount } from '@/lib/domain/tenancy/commands/rename-client-account'
import { renameEngagement as renameEngagementCommand } from '@/lib/domain/tenancy/commands/rename-engagement'
import { restoreClientAccount } from '@/lib/domain/tenancy/commands/restore-client-account'
import { restoreEngagement as restoreEngagementCommand } from '@/lib/domain/tenancy/commands/restore-engagement'
import {
  createClientAccountInput,
  createEngagementInput,
  renamePlaceInput,
  seenPlaceInput,
} from '@/lib/domain/tenancy/schema'
import { defineAdminAction } from '@/lib/server/define-site-action'

export const createClient = defineAdminAction(
  { input: createClientAccountInput, leadsTo: ({ slug }) => `/admin/clients/${slug}` },
  createClientAccount,
)

export const renameClient = defineAdminAction({ input: renamePlaceInput }, renameClientAccount)

export const archiveClient = defineAdminAction({ input: seenPlaceInput }, archiveClientAccount)

export const restoreClient = defineAdminAction({ input: seenPlaceInput }, restoreClientAccount)

export const createEngagement = defineAdminAction(
  { input: createEngagementInput },
  createEngagementCommand,
)

export const renameEngagement = defineAdminAction(
  { input: renamePlaceInput },
  renameEngagementCommand,
)

export const archiveEngagement = defineAdminAction(
  { input: seenPlaceInput },
  archiveEngagementCommand,
)

export const restoreEngagement = defineAdminAction(
  { input: seenPlaceInput },
  restoreEngagementCommand,
)
