import { createImport } from '@/lib/domain/imports/commands/create-import'
import { importList } from '@/lib/domain/imports/reads'
import { createImportSchema, listImportsSchema } from '@/lib/domain/imports/schema'
import { defineRoute } from '@/lib/server/define-route'

/** Imports, newest first. */
export const GET = defineRoute(
  { capability: 'engagement.read', query: listImportsSchema },
  async ({ scope, read, input }) => ({
    ok: true,
    data: await read(importList, scope, input.query),
  }),
)

/** Announces a file. */
export const POST = defineRoute(
  { capability: 'import.create', limit: 'imports', body: createImportSchema, status: 201 },
  ({ scope, deps, input }) => createImport(scope, deps, input.body),
)
