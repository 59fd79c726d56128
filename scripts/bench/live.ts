import { randomInt } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { createDatabase } from '@/db/client'
import { clientNamespace } from '@/lib/base/tag'
import { createUpstashEvents } from '@/lib/cache/upstash-events'
import { connectStore, keysOfDatabase } from '@/lib/write/connect'
import { buildSite } from '../../local/build.mjs'
import { findFreePort } from '../../local/ports.mjs'
import { spawnSite, waitUntilReady } from '../../local/site.mjs'
import { startTestFarEnds } from '../../local/test-far-ends.mjs'
import { createSeededDatabase } from '../../local/test-sites.mjs'
import { quantile, round } from './cache/latency'
import { lostBy, type ToldChange } from './live/account'
import { keepListening, type LiveConnection } from './live/connection'
import { type BenchedPerson, type BenchedPlace, makePeople, makePlaces } from './live/people'
import { createWriter } from './live/writer'
import { residentMib } from './memory'

const connections = 1_000
/** Connections of one person: below what a process allows, with room for those that come again. */
const connectionsEach = 8
/** Seconds of writing; the site is restarted in the middle. */
const duration = 60
/** Milliseconds between two changes of an engagement, and between two connections that break. */
const [writePause, dropPause] = [250, 40]
/** Of the connections; others are between two at any time, because connections break all the while. */
const mostlyBack = 0.9
/** People whose sessions are ended at the end, one after the other. */
const peopleShutOut = 20
/** Milliseconds that the last changes have to arrive. */
const patience = 60_000

/**
 * A thousand live connections at one process of a built site. Assets are changed all the while;
 * connections break at random and come again where they stopped; the site is restarted once. Every
 * connection is held against the stream: which changes of its engagement did it never hear?
 */
export async function benchLive() {
  const farEnds = await startTestFarEnds()
  try {
    await buildSite()
    const env = await createSeededDatabase(farEnds, 'bench')
    const port = await findFreePort()
    const start = async () => {
      const site = spawnSite({ mode: 'start', port, env, output: () => undefined })
      if (!(await waitUntilReady(site, port))) throw new Error('The site did not start')
      return site
    }
    return await measure(env, await start(), start)
  } finally {
    await farEnds.stop()
  }
}

type Site = ReturnType<typeof spawnSite>

async function measure(env: Record<string, string>, first: Site, restart: () => Promise<Site>) {
  const owner = createDatabase({ url: env.OWNER_DATABASE_URL ?? '', tls: false })
  const db = createDatabase({ url: env.DATABASE_URL ?? '', tls: false })
  const platform = createDatabase({ url: env.PLATFORM_DATABASE_URL ?? '', tls: false })
  const address = {
    url: env.UPSTASH_REDIS_REST_URL ?? '',
    token: env.UPSTASH_REDIS_REST_TOKEN ?? '',
    keys: keysOfDatabase(env.DATABASE_URL ?? ''),
  }
  const published = new Map<string, number>()
  const writer = createWriter(db, connectStore(address), published)
  let site = first
  let open: LiveConnection[] = []
  let endTrouble = async (): Promise<void> => undefined
  try {
    const places = await makePlaces(owner)
    const secret = env.NEXTAUTH_SECRET ?? ''
    const people = await makePeople(owner, Math.ceil(connections / connectionsEach), secret)
    const events = createUpstashEvents(address)
    const begin = await events.now()
    const latencies: number[] = []
    const arrived = (name: string, opened: number) => {
      const told = published.get(name)
      // Of one that was told before it came, the wait is its own.
      if (told !== undefined && told > opened) latencies.push(performance.now() - told)
    }
    const personAt = (at: number) => people[Math.floor(at / connectionsEach)] as BenchedPerson
    const placeOf = (at: number) => places[at % places.length] as BenchedPlace
    // What a first request costs is no connection's.
    await warm(site.url, people)
    const idleMib = residentMib(site.pid)
    open = Array.from({ length: connections }, (_, at) =>
      keepListening({
        url: `${site.url}/api/live${placeOf(at).path}`,
        cookie: personAt(at).cookie,
        namespace: clientNamespace(placeOf(at).clientId),
        arrived,
      }),
    )
    await until(() => open.every((one) => one.isOpen()))
    const connectedMib = residentMib(site.pid)

    endTrouble = makeTrouble(open, places, writer)
    await sleep(duration * 500)
    await site.stop()
    site = await restart()
    const backMs = await waitUntilBack(open)
    await sleep(duration * 500)
    await endTrouble()

    const told = await changesSince(events, places, begin)
    const lost = () =>
      open.reduce((sum, { heard }, at) => sum + lostBy(heard, told, placeOf(at).engagementId), 0)
    await until(() => lost() === 0, patience).catch(() => undefined)
    const figures = {
      connections: open.length,
      changes: told.length,
      messages: open.reduce((sum, { heard }) => sum + heard.names.size, 0),
      resumed: open.reduce((sum, { heard }) => sum + heard.resumed, 0),
      restarts: 1,
      /** Until nearly all listened again, after the restarted site was ready. */
      backMs: Math.round(backMs),
      lost: lost(),
      resyncs: open.reduce((sum, { heard }) => sum + heard.resyncs, 0),
      latency: latencyOf(latencies),
      memory: {
        idleMib: round(idleMib, 1),
        connectedMib: round(connectedMib, 1),
        kibPerConnection: round(((connectedMib - idleMib) * 1024) / connections, 1),
      },
    }
    const revoked: number[] = []
    for (const [at, { userId }] of people.slice(0, peopleShutOut).entries()) {
      const own = open.slice(at * connectionsEach, (at + 1) * connectionsEach)
      revoked.push(await timeRevocation(own, () => writer.endSessions(platform, userId)))
    }
    return { ...figures, revoked: latencyOf(revoked) }
  } finally {
    await endTrouble()
    await Promise.all(open.map((one) => one.end()))
    await writer.settled()
    await site.stop()
    await Promise.all([owner.close(), db.close(), platform.close()])
  }
}

/** Changes assets and breaks connections, until what it gives back is called. */
function makeTrouble(
  open: readonly LiveConnection[],
  places: readonly BenchedPlace[],
  writer: ReturnType<typeof createWriter>,
): () => Promise<void> {
  let isOver = false
  const writing = places.map(async (place) => {
    while (!isOver) {
      await writer.change(place)
      await sleep(writePause)
    }
  })
  const dropping = async () => {
    while (!isOver) {
      open[randomInt(open.length)]?.drop()
      await sleep(dropPause)
    }
  }
  const all = Promise.all([...writing, dropping()])
  return async () => {
    isOver = true
    await all
  }
}

/** @returns milliseconds until nearly all listen again */
async function waitUntilBack(open: readonly LiveConnection[]): Promise<number> {
  const began = performance.now()
  await until(() => open.filter((one) => one.isOpen()).length > open.length * mostlyBack)
  return performance.now() - began
}

/** @returns milliseconds until the last of somebody's connections was told that it is over */
async function timeRevocation(
  own: readonly LiveConnection[],
  endSessions: () => Promise<void>,
): Promise<number> {
  await until(() => own.every((one) => one.isOpen()))
  const began = performance.now()
  await endSessions()
  await until(() => own.every((one) => one.revokedAt() !== null))
  return Math.max(...own.map((one) => (one.revokedAt() ?? 0) - began))
}

function latencyOf(samples: readonly number[]) {
  const at = (share: number) => round(quantile(samples, share), 1)
  return { samples: samples.length, p50: at(0.5), p99: at(0.99), largest: at(1) }
}

async function warm(url: string, people: readonly BenchedPerson[]): Promise<void> {
  for (const { cookie } of people) {
    const headers = { cookie, accept: 'application/json' }
    const answer = await fetch(`${url}/api/live/acme/erp-2026`, { headers })
    if (!answer.ok) throw new Error(`The site answered ${answer.status}`)
    await answer.text()
  }
}

/** Every change of these places since, as their streams tell it. */
async function changesSince(
  events: ReturnType<typeof createUpstashEvents>,
  places: readonly BenchedPlace[],
  begin: string,
): Promise<ToldChange[]> {
  const after = new Map(places.map(({ clientId }) => [clientNamespace(clientId), begin]))
  const told: ToldChange[] = []
  for (;;) {
    const found = await events.since(after)
    if (found.length === 0) return told
    for (const { namespace, id, nonce, tags } of found) {
      after.set(namespace, id)
      const engagementIds = new Set(tags.map((tag) => tag.split(':')[2] ?? ''))
      told.push({ name: `${id}:${nonce}`, engagementIds })
    }
  }
}

/** @throws after the milliseconds */
async function until(isSo: () => boolean, within = patience): Promise<void> {
  for (const end = performance.now() + within; !isSo(); ) {
    if (performance.now() > end) throw new Error('It did not come to be')
    await sleep(100)
  }
}
