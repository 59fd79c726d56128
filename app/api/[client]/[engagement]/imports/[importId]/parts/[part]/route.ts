import { putPart } from '@/lib/domain/imports/commands/put-part'
import { maxPartBytes, partPathSchema } from '@/lib/domain/imports/schema'
import { defineRoute } from '@/lib/server/define-route'
import { readBytes } from '@/lib/server/read-bytes'

/** Receives the bytes of one part, with the digest that the sender states. An import says how many. */
export const PUT = defineRoute(
  { capability: 'import.create', limit: null, params: partPathSchema, repeatable: true },
  async ({ scope, deps, input, request }) => {
    const bytes = await readBytes(request, maxPartBytes)
    if (!bytes.ok) return bytes
    const { importId, part } = input.params
    const contentDigest = request.headers.get('content-digest')
    return putPart(scope, deps, { importId, part, bytes: bytes.data, contentDigest })
  },
)
