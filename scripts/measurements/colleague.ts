import { benchColleague } from '../bench/colleague'
import type { Section } from './section'

/** How late another person's browser shows what was done, and what it asks the site for. */
export async function measureColleague(): Promise<Section> {
  const {
    tries,
    columns,
    largestMilliseconds,
    medianMilliseconds,
    overOneSecond,
    requestsOfTheOther,
  } = await benchColleague()
  return {
    title: 'Live: what a colleague sees',
    command: 'npm run bench -- colleague',
    note:
      `Two browsers on two processes look at one mapping page; ${columns} columns are approved in ` +
      'one of them, or taken back in turn. Milliseconds from the acknowledged write to the changed ' +
      'columns in the other (wanted: below 1,000 each time), and what the other asked the site for.',
    heading: [
      'tries',
      'largest ms',
      'median ms',
      'above a second',
      'requests in all',
      'most per try',
    ],
    rows: [
      [
        tries,
        largestMilliseconds ?? 0,
        medianMilliseconds ?? 0,
        overOneSecond,
        requestsOfTheOther.all,
        requestsOfTheOther.most,
      ],
    ],
  }
}
