import * as z from 'zod'
import type { Presence } from './messages'

const person = z.object({
  userId: z.string(),
  name: z.string(),
  mappingId: z.string().nullable(),
})
const words = z.object({
  engagementId: z.string(),
  of: z.object({ flowId: z.string(), people: z.array(person) }),
})

/** How processes tell one another who is where: by a message that is no number of an event. */
export function writePresence(engagementId: string, of: Presence): string {
  return JSON.stringify({ engagementId, of })
}

/** Null for a message that is something else. */
export function readPresence(text: string): { engagementId: string; of: Presence } | null {
  try {
    return words.safeParse(JSON.parse(text)).data ?? null
  } catch {
    // Whoever has the token may publish anything.
    return null
  }
}
