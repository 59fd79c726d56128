import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Tag } from '@/lib/base/tag'
import { acme, flow, openHub } from '@/tests/support/live/listening'

type Act = 'write' | 'drop' | 'come' | 'tear' | 'cut' | 'die' | 'live' | 'deaf' | 'hear' | 'wait'
const acts: Act[] = [
  'write',
  'write',
  'drop',
  'come',
  'tear',
  'cut',
  'die',
  'live',
  'deaf',
  'hear',
  'wait',
]

test('whatever breaks, a listener that goes on hears every change or is told to ask for all', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...acts), { maxLength: 40 }), async (history) => {
      const { streams, join, advance } = openHub(3)
      let one = join()
      await advance(500)
      const seen = new Set<Tag>()
      let [after, written] = ['', 0]
      const all = () => streams.all(acme).flatMap(({ tags }) => tags)
      const note = () => {
        after = one.last() || after
        const asksForAll = one.told.some(
          ({ event, data }) => event === 'resync' || data.resumed === false,
        )
        for (const tag of asksForAll ? all() : one.facts()) seen.add(tag)
      }
      for (const act of history) {
        if (act === 'write') streams.add(acme, flow(String(written++)))
        if (act === 'drop') one.leave()
        // The second half of what was said never arrived.
        if (act === 'tear') one.told.splice(Math.ceil(one.told.length / 2))
        if (act === 'come' || act === 'tear') {
          note()
          one.leave()
          one = join({ after })
        }
        if (act === 'cut') streams.cut()
        if (act === 'die' || act === 'live') streams.isAlive = act === 'live'
        if (act === 'die') streams.cut()
        if (act === 'deaf' || act === 'hear') streams.isHeard = act === 'hear'
        await advance(act === 'wait' ? 1_000 : 10)
      }
      note()
      one.leave()
      streams.isAlive = true
      one = join({ after })
      for (let turn = 0; turn < 8; turn++) await advance(500)
      note()
      expect(all().filter((tag) => !seen.has(tag))).toEqual([])
    }),
    { numRuns: 200 },
  )
})
