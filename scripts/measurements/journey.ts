import { benchJourney, mostRounds } from '../bench/journey/journey'
import { journeySections } from '../bench/journey/print'
import type { Section } from './section'

/** What the new way costs a person and the site beside the old one, and what either showed wrongly. */
export async function measureJourney(): Promise<Section[]> {
  return journeySections(await benchJourney(mostRounds))
}
