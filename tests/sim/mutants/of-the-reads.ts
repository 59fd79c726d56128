import type { Mutant } from './mutant'

/** Guards of the code that reads. */
export const mutantsOfTheReads: readonly Mutant[] = [
  {
    name: 'versions are captured after the load',
    changes: [
      {
        file: 'lib/cache/fill-entry.ts',
        find: 'const now = Math.round(timer.now())',
        put: `const now = Math.round(timer.now())
          const after = await store.look({ entryKey: place.entryKey, tags: read.tags })
          versions = after?.values.map(String) ?? versions`,
      },
    ],
  },
  {
    name: 'no join check',
    changes: [
      {
        file: 'lib/cache/loads.ts',
        find: 'load && mayJoin(seen, load.versions) ? load.value : null',
        put: 'load ? load.value : null',
      },
    ],
  },
  {
    name: 'a miss is shared with readers who began after it',
    changes: [
      {
        file: 'lib/cache/misses.ts',
        find: 'if (other && other.began > begun)',
        put: 'if (other)',
      },
    ],
  },
  {
    name: 'an invalid value counts as old',
    changes: [
      {
        file: 'lib/cache/judge.ts',
        find: "if (!isValid(header.versions, values)) return { kind: 'miss', reason: 'invalid' }",
        put: `if (!isValid(header.versions, values)) {
          return { kind: 'old', value: codec.open(place, sealed)?.value, softExpiry: 0 }
        }`,
      },
    ],
  },
  {
    name: 'no version of the reads in the key',
    changes: [
      {
        file: 'lib/cache/bound-read.ts',
        find: 'schemaHash: String(version)',
        put: "schemaHash: ''",
      },
    ],
  },
  {
    name: 'inputs that differ by type meet in the key',
    changes: [
      {
        file: 'lib/cache/keys.ts',
        find: "typeof value === 'boolean') {\n    return JSON.stringify(value)",
        put: "typeof value === 'boolean') {\n    return String(value)",
      },
    ],
  },
  {
    name: 'reads do not carry the tags of their namespaces',
    changes: [
      {
        file: 'lib/cache/keys.ts',
        find: 'return [...new Set([...namespaces.map(namespaceTag), ...tags])]',
        put: 'return [...tags]',
      },
    ],
  },
  {
    name: 'Redis is trusted again before it was told',
    changes: [{ file: 'lib/cache/redis-path.ts', find: 'await settings.drain()', put: '' }],
  },
  {
    name: 'what a request has read is kept after its command',
    changes: [
      {
        file: 'lib/cache/process-cache.ts',
        find: 'forget() {\n        memo = new Map()',
        put: 'forget() {',
      },
    ],
  },
  {
    name: 'a command fills from its own transaction',
    changes: [
      {
        file: 'tests/sim/world/command.ts',
        find: 'const found = await tx.select(factsAsked(question))',
        put: `const cache = createProcessCache({ ...app.settings, source: tx }).forRequest()
          const key = { owner: question.owner }
          const found = await cache.read('redis', app.policies[question.read], key, question.input)`,
      },
      {
        file: 'tests/sim/world/command.ts',
        find: "import { relay } from '@/lib/write/relay'",
        put: `import { relay } from '@/lib/write/relay'
          import { createProcessCache } from '@/lib/cache/process-cache'`,
      },
    ],
  },
  {
    name: 'fills read a lagging replica',
    changes: [
      {
        file: 'tests/sim/world/app.ts',
        find: 'reply.answer(postgres.select(facts))',
        put: `reply.answer(Object.fromEntries(
          facts.map(({ id }) => [id, [...(postgres.history.get(id) ?? [])].at(-2) ?? 0]),
        ))`,
      },
    ],
  },
  {
    name: 'a tag is forgotten before its fences are past',
    changes: [
      {
        file: 'lib/cache/store.ts',
        find: 'tag: longestEntryLife + 2 * fence',
        put: 'tag: fence / 100',
      },
    ],
  },
]
