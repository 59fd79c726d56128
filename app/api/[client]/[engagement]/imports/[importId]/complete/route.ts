import { after } from 'next/server'
import * as z from 'zod'
import { completeImport } from '@/lib/domain/imports/commands/complete-import'
import { importIdSchema } from '@/lib/domain/imports/schema'
import { defineRoute } from '@/lib/server/define-route'
import { driveSoon } from '@/lib/server/drive'

export const maxDuration = 60

/** Says that the file is whole; its flow begins once this is answered. */
export const POST = defineRoute(
  {
    capability: 'import.create',
    params: importIdSchema,
    body: z.object({}).optional(),
    status: 202,
  },
  async ({ scope, deps, input }) => {
    const completed = await completeImport(scope, deps, input.params)
    if (completed.ok) after(() => driveSoon(completed))
    return completed
  },
)
