import * as z from 'zod'
import { ImportFailure } from './failure'
import type { ImportOptions } from './options'
import type { SiteClient } from './site-client'

const me = z.object({
  defaults: z.object({ client: z.string(), engagement: z.string() }).nullable(),
  memberships: z.array(z.object({ client: z.string(), engagement: z.string() })),
})

export type Place = { client: string; engagement: string }

/**
 * The client and engagement to import to: what the command line says, else where the person is
 * taken after signing in. A client alone is enough when it has one engagement.
 */
export async function choosePlace(
  { client, engagement }: Pick<ImportOptions, 'client' | 'engagement'>,
  site: SiteClient,
): Promise<Place> {
  if (client !== undefined && engagement !== undefined) return { client, engagement }
  const { defaults, memberships } = await site.get('/api/me', me)
  const fits = (place: Place) =>
    (client === undefined || place.client === client) &&
    (engagement === undefined || place.engagement === engagement)
  if (defaults !== null && fits(defaults)) return defaults
  const fitting = memberships.filter(fits)
  const [only] = fitting
  if (only !== undefined && fitting.length === 1) return only
  const known = memberships.map((place) => `${place.client}/${place.engagement}`).join(', ')
  throw new ImportFailure(
    'no_engagement',
    known === ''
      ? 'This person belongs to no engagement yet.'
      : `Say where to import to with --client and --engagement. This person belongs to ${known}.`,
  )
}
