import { benchJourney, mostRounds } from '../bench/journey/journey'
import { journeyByStep, journeyInTotal } from '../bench/journey/print'
import type { Section } from './section'

/** What the new way costs a person and the site beside the old one, and what either showed wrongly. */
export async function measureJourney(): Promise<Section[]> {
  const figures = await benchJourney(mostRounds)
  return [journeyInTotal(figures), journeyByStep(figures)]
}
