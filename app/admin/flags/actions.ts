'use server'

import { editFlags } from '@/lib/domain/flags/commands/edit-flags'
import { purgeCache } from '@/lib/domain/flags/commands/purge-cache'
import { restoreFlags } from '@/lib/domain/flags/commands/restore-flags'
import { editFlagsInput, purgeInput, restoreFlagsInput } from '@/lib/domain/flags/schema'
import { defineAdminAction } from '@/lib/server/define-site-action'
import { flagDeps, obeyWhatWasWritten } from '@/lib/server/flag-console/flag-deps'

export const applyFlagEdit = defineAdminAction(
  { input: editFlagsInput, onSuccess: obeyWhatWasWritten, leadsTo: () => '/admin/flags' },
  function applyFlagEdit(admin, _deps, input) {
    return editFlags(admin, flagDeps(), input)
  },
)

export const goBack = defineAdminAction(
  { input: restoreFlagsInput, onSuccess: obeyWhatWasWritten },
  function goBack(admin, _deps, input) {
    return restoreFlags(admin, flagDeps(), input)
  },
)

export const purge = defineAdminAction({ input: purgeInput }, purgeCache)
