import { expect, test } from 'vitest'
import { fixedClock } from '@/lib/base/clock'
import type { Instances } from '@/lib/cache/upstash-instances'
import type { FlagSnapshot } from '@/lib/flags/flag-source'
import { safeFlags } from '@/lib/flags/parse-flags'
import { sayWhatIsObeyed, whatIsObeyed } from './say-what-is-obeyed'

/** Processes that all speak to one Redis; what each has said, in order. */
function setUp() {
  const clock = fixedClock(new Date(0))
  const living = new Map<string, string>()
  const said: string[] = []
  const instances: Instances = {
    async note(id, words) {
      living.set(id, words)
      said.push(words)
    },
    readAll: async () => living,
  }
  function startProcess() {
    const listeners: ((snapshot: FlagSnapshot) => void)[] = []
    const flags = {
      onRefresh: (listener: (typeof listeners)[number]) => void listeners.push(listener),
    }
    sayWhatIsObeyed({ flags, instances, clock, background: () => undefined })
    return (digest: string, source: FlagSnapshot['source'] = 'edge-config') => {
      const rest = { values: safeFlags, readAt: null, problems: [] }
      for (const listener of listeners) listener({ digest, source, ...rest })
    }
  }
  return { clock, living, said, instances, startProcess }
}

test('a change is said at once, and what stays the same every ten seconds', () => {
  const { clock, said, startProcess } = setUp()
  const look = startProcess()
  for (const digest of ['a', 'a', 'b', 'b']) look(digest)
  expect(said).toHaveLength(2)
  clock.advance(9_999)
  look('b')
  expect(said).toHaveLength(2)
  clock.advance(1)
  look('b')
  look('b', 'last-good')
  expect(said).toHaveLength(4)
})

test('each process speaks for itself, and words of another kind are not heard', async () => {
  const { living, instances, startProcess } = setUp()
  startProcess()('a')
  startProcess()('b', 'safe-defaults')
  living.set('another version', '{"obeys":"c"}')
  living.set('broken', '{')
  expect(await whatIsObeyed(instances)).toEqual([
    { digest: 'a', source: 'edge-config' },
    { digest: 'b', source: 'safe-defaults' },
  ])
})
