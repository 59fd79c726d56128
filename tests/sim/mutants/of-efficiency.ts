import type { Cost, Mutant } from './mutant'

const share =
  (part: string, whole: string): Cost['of'] =>
  ({ counts }) =>
    (counts[part] ?? 0) / (counts[whole] ?? 1)

const ofACrowd = {
  loads: {
    name: 'loads for readers who come at once',
    scenarios: 'crowd',
    of: ({ counts, seeds }) => (counts.loaded ?? 0) / seeds,
  },
  steps: {
    name: 'steps for readers who come at once',
    scenarios: 'crowd',
    of: ({ steps, seeds }) => steps / seeds,
  },
} satisfies Record<string, Omit<Cost, 'grows'>>

const ofNeighbours = {
  name: 'misses for each answer to neighbours',
  scenarios: 'neighbours',
  of: share('miss', 'answered'),
} satisfies Omit<Cost, 'grows'>

const mixed = {
  fills: { name: 'fills for each miss', scenarios: 'mixed', of: share('fill', 'miss') },
  fenced: {
    name: 'reads that a fence sends to the database',
    scenarios: 'mixed',
    of: share('bypass by fence', 'answered'),
  },
} satisfies Record<string, Omit<Cost, 'grows'>>

/** Guards that no promise needs: without them the cache is only slower. */
export const mutantsOfEfficiency: readonly Mutant[] = [
  {
    name: 'a lease is granted to everybody',
    changes: [
      {
        file: 'lib/cache/protocol.ts',
        find: 'const granted = areSettled(values) && look.lease !== formatLease(values)',
        put: 'const granted = areSettled(values)',
      },
    ],
    cost: { ...ofACrowd.loads, grows: 1.5 },
  },
  {
    name: 'nobody joins what the same process does',
    changes: [
      {
        file: 'lib/cache/misses.ts',
        find: 'if (other && other.began > begun)',
        put: 'if (other && other.began < 0)',
      },
      {
        file: 'lib/cache/loads.ts',
        find: 'load && mayJoin(seen, load.versions) ? load.value : null',
        put: 'null',
      },
    ],
    cost: { ...ofACrowd.steps, grows: 1.2 },
  },
  {
    name: 'a reader that meets a fence stores all the same',
    changes: [
      {
        file: 'lib/cache/cached-read.ts',
        find: 'if (!areSettled(lease.values)) return passFence(parts, read, lease.values)',
        put: 'if (!areSettled(lease.values)) return loadAndFill(parts, read, lease.values)',
      },
    ],
    cost: { ...mixed.fills, grows: 1.03 },
  },
  {
    name: 'no lift after a rollback',
    changes: [
      {
        file: 'lib/write/commit-protocol.ts',
        find: 'if (rolledBack && fenceId !== null) await reached',
        put: 'if (!rolledBack && fenceId === null) await reached',
      },
    ],
    cost: { ...mixed.fenced, grows: 1.05 },
  },
  {
    name: 'nobody tidies the fence of a dead writer',
    changes: [
      {
        file: 'lib/cache/cached-read.ts',
        find: "parts.background(parts.store.ask('tidy', (store) => store.tidy(read.tags)))",
        put: '',
      },
    ],
    cost: { ...mixed.fenced, grows: 1.05 },
  },
  {
    name: 'engagements share their keys',
    changes: [
      { file: 'lib/cache/bound-read.ts', find: 'input: [key, input]', put: 'input: [input]' },
    ],
    cost: { ...ofNeighbours, grows: 2 },
  },
]
