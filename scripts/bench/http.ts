import { setTimeout as sleep } from 'node:timers/promises'
import { buildSite } from '../../local/build.mjs'
import { startTestFarEnds } from '../../local/test-far-ends.mjs'
import { createSeededDatabase, startSites } from '../../local/test-sites.mjs'
import { signIn } from '../import/site-client'
import { openDatabaseMeter } from './http/database-meter'
import { ask, durations, median, perSecond, type Target } from './http/load'

const analyst = { email: 'analyst@portolan.test', password: 'portolan-demo' }
const place = '/acme/erp-2026'
/** In turns, so that a machine that is busy for a while is so for each of them. */
const rounds = 5
const perRound = { page: 60, small: 300 }

/**
 * The inventory page, a list as JSON, and the 304 of each, on one process of a built site: requests
 * per second with eight under way, and the p50 of one after the other, in milliseconds. It prints
 * what it finds and judges nothing.
 */
export async function benchHttp() {
  const farEnds = await startTestFarEnds()
  try {
    await buildSite()
    const env = await createSeededDatabase(farEnds, 'bench')
    const meter = await openDatabaseMeter(env.DATABASE_URL ?? '')
    const through = {
      DATABASE_URL: meter.through(env.DATABASE_URL ?? ''),
      PLATFORM_DATABASE_URL: meter.through(env.PLATFORM_DATABASE_URL ?? ''),
    }
    const sites = await startSites({ ...env, ...through }, 1)
    try {
      return await measure(sites.urls[0] ?? '', meter.count)
    } finally {
      await sites.stop()
      meter.close()
    }
  } finally {
    await farEnds.stop()
  }
}

async function measure(url: string, queries: () => number) {
  const cookie = (await signIn({ url, ...analyst }, fetch)).cookieHeader()
  const page = whole(`${url}${place}/inventory`, cookie)
  const list = whole(`${url}/api${place}/assets`, cookie)
  const targets = {
    page,
    pageNotModified: await notModified(page),
    json: list,
    jsonNotModified: await notModified(list),
  }
  const names = Object.keys(targets) as (keyof typeof targets)[]
  const found = new Map(
    names.map((name) => [name, { rates: [] as number[], times: [] as number[] }]),
  )
  let queriesDuring304s = 0
  for (let round = 0; round <= rounds; round++) {
    for (const name of names) {
      const { rates, times } = found.get(name) ?? { rates: [], times: [] }
      const count = name === 'page' ? perRound.page : perRound.small
      const before = queries()
      const rate = await perSecond(targets[name], count)
      const each = await durations(targets[name], count / 3)
      if (name.endsWith('NotModified')) queriesDuring304s += queries() - before
      // The first round warms up what is compiled as it is used.
      if (round === 0) continue
      rates.push(rate)
      times.push(...each)
    }
  }
  const figures = Object.fromEntries(
    [...found].map(([name, { rates, times }]) => [
      name,
      {
        perSecond: Math.round(median(rates)),
        p50: Math.round(median(times) * 100) / 100,
        // Where Redis did not answer in time, a 304 is a whole answer.
        statuses: Object.fromEntries(targets[name as keyof typeof targets].statuses),
      },
    ]),
  )
  const rate = (name: string) => figures[name]?.perSecond ?? Number.NaN
  return {
    answers: figures,
    notModifiedPerPage: Math.round((rate('pageNotModified') / rate('page')) * 10) / 10,
    queriesDuring304s,
  }
}

const whole = (url: string, cookie: string): Target => ({
  url,
  headers: { cookie },
  statuses: new Map(),
})

/** The same, by somebody who has the present copy. */
async function notModified(target: Target): Promise<Target> {
  for (let tries = 0; tries < 20; tries++) {
    const { etag } = (await ask(target)).headers
    if (typeof etag === 'string') {
      const headers = { ...target.headers, 'if-none-match': etag }
      return { ...target, headers, statuses: new Map() }
    }
    await sleep(100)
  }
  throw new Error(`${target.url} has no validator`)
}
