import 'server-only'
import * as z from 'zod'
import { failure, type Result, success } from '@/lib/base/result'
import type { Scope } from '@/lib/base/scope'
import { clientNamespace } from '@/lib/base/tag'
import { StoreError } from '@/lib/cache/script-runner'
import type { PersonHere } from '@/lib/domain/mapping/page/schema'
import { container } from './container'

/** Milliseconds for which a person who says nothing more counts as being there. */
const life = 30_000

const wordsSchema = z.object({ name: z.string(), mappingId: z.string().nullable() })

/**
 * Notes where a person is in a flow's mapping, for half a minute, and tells all who are there. No
 * database is asked; without Redis nobody is told of anybody, and that is all.
 * @param here what the others are told; null when the person leaves
 */
export async function notePresence(
  scope: Scope,
  flowId: string,
  here: Omit<PersonHere, 'userId'> | null,
): Promise<Result<{ people: PersonHere[] }>> {
  const { clientId, userId } = scope
  const { presence, live } = container()
  if (!presence.takeTurn(userId)) return failure('rate_limited')
  const where = { namespace: clientNamespace(clientId), thing: flowId, person: userId }
  try {
    const said = await presence.book.note(where, here && JSON.stringify(here), life)
    const people = [...said].map(([id, words]) => ({ userId: id, ...parse(words) }))
    await live.tell(scope, { flowId, people })
    return success({ people })
  } catch (error) {
    if (error instanceof StoreError) return success({ people: [] })
    throw error
  }
}

function parse(words: string): Omit<PersonHere, 'userId'> {
  return wordsSchema.parse(JSON.parse(words))
}
