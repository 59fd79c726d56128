import type { Answer } from './answer'
import { type BoundRead, bindRead } from './bound-read'
import type { CachePath, ProcessCache, ReadFact, RequestCache } from './cache'
import { safely } from './events'
import { createLegacyPath } from './legacy-path'
import type { ReadPolicy } from './read-policy'
import { createRedisPath, type ReadByPath, type RedisPathSettings } from './redis-path'
import { createShadowPath } from './shadow-path'

export interface ProcessCacheSettings<Source> extends RedisPathSettings {
  source: Source
  /** Which share of the reads on the path `shadow` is compared, from 0 to 1. */
  shadowShare(): number
}

/** Inputs that `warm` loads at one time. */
const warmedTogether = 8

/** All paths behind one interface. One per process. */
export function createProcessCache<Source>(
  settings: ProcessCacheSettings<Source>,
): ProcessCache<Source> {
  const { timer, random, background, source } = settings
  const report = safely(settings.report)
  const redis = createRedisPath({ ...settings, report })
  const legacy = createLegacyPath(timer)
  const { shadowShare: share } = settings
  const shadow = createShadowPath({ legacy, redis, share, random, background, report })
  const off: ReadByPath = async ({ load }) => ({
    value: await load(),
    outcome: 'bypass',
    reason: 'off',
  })

  function forRequest(): RequestCache<Source> {
    const ofRequest = redis.forRequest()
    const paths: Record<CachePath, ReadByPath> = {
      off,
      legacy: legacy.read,
      shadow,
      redis: ofRequest.read,
    }
    const facts: ReadFact[] = []
    let memo = new Map<string, Promise<unknown>>()

    async function answer(
      path: CachePath,
      read: { name: string; tags: BoundRead['tags'] },
      work: () => Promise<Answer>,
    ): Promise<unknown> {
      const began = timer.now()
      const given = await work()
      const ended = timer.now()
      facts.push(toFact(path, read, given, began, ended))
      const { outcome } = given
      const milliseconds = ended - began
      report({ kind: 'answered', read: read.name, path, outcome, milliseconds })
      return given.value
    }

    /** The same read twice in a request runs once; one that failed may be tried again. */
    function remember(path: CachePath, read: BoundRead): Promise<unknown> {
      const held = memo
      const name = `${path} ${read.place.entryKey}`
      const known = held.get(name)
      if (known) return known
      const value = answer(path, read, () => paths[path](read))
      held.set(name, value)
      value.catch(() => held.delete(name))
      return value
    }

    // What stands under a key was made by its read's own load; the seal vouches for it.
    async function read<Key, Input, Value>(
      path: CachePath,
      policy: ReadPolicy<Source, Key, Input, Value>,
      givenKey: Key,
      input: Input,
    ): Promise<Value> {
      const { name, caching } = policy
      const key = caching?.identity?.(givenKey) ?? givenKey
      const load = () => loadTimed(policy, key, input)
      if (caching) {
        return remember(path, {
          ...bindRead(settings.keys, name, caching, key, input),
          load,
        }) as Promise<Value>
      }
      report({ kind: 'bypass', read: name, reason: 'uncached' })
      const work = async () => ({ value: await load(), ...uncached })
      return answer(path, { name, tags: [] }, work) as Promise<Value>
    }

    return {
      read,
      readMany: (path, policy, key, inputs) =>
        Promise.all(inputs.map((input) => read(path, policy, key, input))),
      forget() {
        memo = new Map()
      },
      facts: () => facts,
      versions: ofRequest.versions,
    }
  }

  async function loadTimed<Key, Input, Value>(
    policy: ReadPolicy<Source, Key, Input, Value>,
    key: Key,
    input: Input,
  ): Promise<Value> {
    const began = timer.now()
    const value = await policy.load(source, key, input)
    report({ kind: 'loaded', read: policy.name, milliseconds: timer.now() - began })
    return value
  }

  return {
    forRequest,
    async warm(policy, key, inputs) {
      for (let from = 0; from < inputs.length; from += warmedTogether) {
        const together = inputs.slice(from, from + warmedTogether)
        // Each part has a budget of its own for its waits for Redis.
        await forRequest().readMany('redis', policy, key, together)
      }
    },
    announced: legacy.announced,
  }
}

const seconds = (milliseconds: number) => Math.round(milliseconds / 1000)

const uncached = { outcome: 'bypass', reason: 'uncached' } as const

function toFact(
  path: CachePath,
  { name, tags }: { name: string; tags: BoundRead['tags'] },
  { outcome, reason, loadedAt, freshUntil }: Answer,
  began: number,
  ended: number,
): ReadFact {
  return {
    read: name,
    path,
    outcome,
    ...(reason !== undefined && { reason }),
    ...(loadedAt !== undefined && { ageSeconds: Math.max(0, seconds(ended - loadedAt)) }),
    ...(freshUntil !== undefined && { ttlSeconds: seconds(freshUntil - ended) }),
    tags,
    milliseconds: ended - began,
  }
}
