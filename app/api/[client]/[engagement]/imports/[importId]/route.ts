import { failure, success } from '@/lib/base/result'
import { deleteImport } from '@/lib/domain/imports/commands/delete-import'
import { importById } from '@/lib/domain/imports/reads'
import { importIdSchema } from '@/lib/domain/imports/schema'
import { defineRoute } from '@/lib/server/define-route'

/** What arrived of a file, what was read, and what became of its rows. */
export const GET = defineRoute(
  { capability: 'engagement.read', params: importIdSchema },
  async ({ scope, read, input }) => {
    const found = await read(importById, scope, input.params)
    return found ? success(found) : failure('not_found')
  },
)

/** Removes the rows as they came; assets stay. */
export const DELETE = defineRoute(
  { capability: 'import.delete', params: importIdSchema },
  ({ scope, deps, input }) => deleteImport(scope, deps, input.params),
)
