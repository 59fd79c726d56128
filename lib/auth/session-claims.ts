import * as z from 'zod'

/** All that the session cookie says; role and membership are looked up per request. */
export const sessionClaims = z.object({
  userId: z.uuid(),
  sessionVersion: z.number().int().positive(),
})

export type SessionClaims = z.infer<typeof sessionClaims>
