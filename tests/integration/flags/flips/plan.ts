import fc from 'fast-check'
import { readGroups, readPaths } from '@/lib/flags/read-groups'
import type { startOwnEdgeConfig } from '../own-site'

type Fault = Parameters<Awaited<ReturnType<typeof startOwnEdgeConfig>>['suffer']>[0]

/** One flip: what is written, how the store answers from then on, and which processes look at once. */
export interface Flip {
  flags: unknown
  fault: Fault
  looks: boolean[]
}

const path = fc.constantFrom(...readPaths)
const percent = fc.integer({ min: 0, max: 100 })
const rule = fc.record({
  path,
  rollout: fc.option(fc.record({ path, percent }), { nil: undefined }),
})
const byGroup = fc.dictionary(fc.constantFrom(...readGroups), rule, { maxKeys: 4 })

function flags(clients: readonly string[]) {
  const client = fc.constantFrom(...clients)
  const clientSwitch = fc.record({
    default: fc.boolean(),
    clients: fc.dictionary(client, fc.boolean(), { maxKeys: 2 }),
  })
  const sound = fc.record({
    'cache-enabled': fc.oneof({ weight: 5, arbitrary: fc.constant(true) }, fc.constant(false)),
    'cache-path': fc.record({
      default: rule,
      groups: byGroup,
      clients: fc.dictionary(client, fc.record({ path }), { maxKeys: 2 }),
    }),
    'http-validators': clientSwitch,
    'live-updates': clientSwitch,
  })
  const broken = fc.constantFrom<unknown>(null, [], {}, 'text', { 'cache-path': 'redis' })
  return fc.oneof({ weight: 12, arbitrary: sound }, broken)
}

/** Flips between every path there is, some of them into trouble; the same for the same seed. */
export function planFlips(clients: readonly string[], numRuns: number, seed: number): Flip[] {
  const fault = fc.oneof(
    { weight: 20, arbitrary: fc.constant<Fault>(null) },
    fc.constantFrom<Fault>('down', 'malformed', 'missing'),
  )
  const looks = fc.array(fc.boolean(), { minLength: 3, maxLength: 3 })
  return fc.sample(fc.record({ flags: flags(clients), fault, looks }), { numRuns, seed })
}
