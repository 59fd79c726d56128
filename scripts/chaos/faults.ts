import { setTimeout as sleep } from 'node:timers/promises'
import type { Random } from '@/db/seed/estate/random'
import type { FaultProxy, Trouble } from './fault-proxy'
import type { World } from './world'

/** Something that goes wrong and is over when the promise resolves. */
export interface Fault {
  name: string
  suffer(world: World, random: Random): Promise<void>
}

const troubles: readonly Trouble[] = ['refused', 'reset', 'silent', 'deaf', 'slow']

/** Milliseconds that a trouble lasts. */
const [shortest, longest] = [800, 3000]

async function bother(proxies: readonly FaultProxy[], trouble: Trouble, random: Random) {
  for (const proxy of proxies) proxy.suffer(trouble)
  await sleep(random.whole(shortest, longest))
  for (const proxy of proxies) proxy.suffer('none')
}

const one = <T>(things: readonly T[], random: Random): T[] =>
  things.slice(random.whole(0, things.length - 1)).slice(0, 1)

const ofRedis = (trouble: Trouble): Fault[] => [
  {
    name: `Redis ${trouble} for one site`,
    suffer: ({ toRedis }, random) => bother(one(toRedis, random), trouble, random),
  },
  {
    name: `Redis ${trouble} for all`,
    suffer: ({ toRedis }, random) => bother(toRedis, trouble, random),
  },
]

const ofDatabase = (trouble: Trouble): Fault => ({
  name: `database ${trouble} for one site`,
  suffer: ({ toDatabase }, random) => bother(one(toDatabase, random), trouble, random),
})

const everyDatabaseSilent: Fault = {
  name: 'database silent for all',
  suffer: ({ toDatabase }, random) => bother(toDatabase, 'silent', random),
}

const killedSite: Fault = {
  name: 'site killed',
  async suffer({ sites }, random) {
    for (const site of one(sites, random)) {
      await site.kill()
      await site.start()
    }
  },
}

/** What loses nothing that is in Redis. */
export const passingFaults: readonly Fault[] = [
  ...troubles.flatMap(ofRedis),
  ...troubles.map(ofDatabase),
  everyDatabaseSilent,
  killedSite,
]

/** What loses all of it. Afterwards every reader goes to the database for one life of a fence. */
export const losses: readonly Fault[] = [
  { name: 'FLUSHALL', suffer: ({ redis }) => redis.flush() },
  { name: 'Redis restarted', suffer: ({ redis }) => redis.restart() },
]
