import * as z from 'zod'

/** Whose session it is, as signing in makes it; role and membership are looked up per request. */
export const sessionClaims = z.object({
  userId: z.uuid(),
  sessionVersion: z.number().int().positive(),
})

/** What the cookie holds: the claims, and which of the person's sessions it is. */
export const cookieClaims = sessionClaims.extend({ sessionId: z.uuid() })

export type SessionClaims = z.infer<typeof sessionClaims>
export type CookieClaims = z.infer<typeof cookieClaims>
