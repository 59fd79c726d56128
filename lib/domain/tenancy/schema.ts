import * as z from 'zod'

/** The address of an engagement, as it stands in a path. */
export interface EngagementAddress {
  client: string
  engagement: string
}

/** An engagement and its client account, by id, address and name. */
export interface EngagementEntry {
  clientId: string
  clientSlug: string
  clientName: string
  engagementId: string
  engagementSlug: string
  engagementName: string
}

/** A client account or an engagement as administrators see it. */
export interface Place {
  id: string
  slug: string
  name: string
  version: number
  archived: boolean
}

/** A client account in the administrators' list; the counts leave out what is archived. */
export interface ClientAccountEntry extends Place {
  engagements: number
}

/** A client account with its engagements by name, those that are archived among them. */
export interface ClientAccountDetail extends Place {
  engagements: (Place & { members: number })[]
}

const name = z.string().trim().min(1, 'Enter a name.').max(80, 'Enter at most 80 characters.')

export const createClientAccountInput = z.object({ name })
export type CreateClientAccountInput = z.infer<typeof createClientAccountInput>

export const createEngagementInput = z.object({ clientId: z.uuid(), name })
export type CreateEngagementInput = z.infer<typeof createEngagementInput>

/** A client account or an engagement, and its version that the administrator saw. */
export const seenPlaceInput = z.object({ id: z.uuid(), version: z.coerce.number().int() })
export type SeenPlace = z.infer<typeof seenPlaceInput>

export const renamePlaceInput = seenPlaceInput.extend({ name })
export type RenamePlaceInput = z.infer<typeof renamePlaceInput>

/** What a change gives back: the version to change it from next. */
export interface ChangedPlace {
  version: number
}
