import { benchHttp } from '../bench/http'
import type { Section } from './section'

const words: Record<string, string> = {
  page: 'the inventory page',
  pageNotModified: 'its 304',
  json: 'a list as JSON',
  jsonNotModified: 'its 304',
}

/** What an answer costs that says that nothing changed, beside the whole answer. */
export async function measureHttp(): Promise<Section> {
  const { answers, notModifiedPerPage, queriesDuring304s } = await benchHttp()
  return {
    title: 'HTTP: pages and their 304s',
    command: 'npm run bench -- http',
    note:
      'One process, in turns; per second with eight requests under way, p50 one after the other. ' +
      `A 304 is answered ${notModifiedPerPage} times as often as the page (wanted: 8); queries of ` +
      `the database during all 304s: ${queriesDuring304s}.`,
    heading: ['what', 'per second', 'p50 ms', 'answers by status'],
    rows: Object.entries(answers).map(([name, { perSecond, p50, statuses }]) => [
      words[name] ?? name,
      perSecond,
      p50,
      Object.entries(statuses)
        .map(([status, count]) => `${status}: ${count}`)
        .join(', '),
    ]),
  }
}
