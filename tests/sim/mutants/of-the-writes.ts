import type { Mutant } from './mutant'

const commit = 'lib/write/commit-protocol.ts'
const relay = 'lib/write/relay.ts'

/** Guards of the code that writes, and of the database's part in it. */
export const mutantsOfTheWrites: readonly Mutant[] = [
  {
    name: 'the fence is not put',
    changes: [
      {
        file: 'lib/cache/invalidation.ts',
        find: "await ask('fence', () => store.fence(tags, id))",
        put: '',
      },
    ],
  },
  {
    name: 'one fence id for all attempts',
    changes: [
      {
        file: 'lib/cache/invalidation.ts',
        find: 'const id = newId()',
        put: "const id = tags.join('').replace(/\\W/g, '')",
      },
    ],
  },
  {
    name: 'the fence is lifted though the commit is unknown',
    changes: [
      {
        file: commit,
        find: 'const rolledBack = !(error instanceof CommitUnknown)',
        put: 'const rolledBack = true',
      },
    ],
  },
  {
    name: 'the bump is sent though the commit is unknown',
    changes: [
      {
        file: commit,
        find: 'const rolledBack = !(error instanceof CommitUnknown)',
        put: `const rolledBack = !(error instanceof CommitUnknown)
          if (!rolledBack && fenceId !== null) await reached(() => invalidation.bump(tags, fenceId))`,
      },
    ],
  },
  {
    name: 'done is said though the fence failed',
    changes: [
      {
        file: commit,
        find: "if (fenceId === null) return { kind: 'pending', tags }",
        put: "if (fenceId === null) return { kind: 'committed', tags, applied: new Map() }",
      },
    ],
  },
  {
    name: 'a strict command commits without its fence',
    changes: [
      {
        file: commit,
        find: "if (fenceId === null && consistency === 'strict') {",
        put: "if (fenceId === null && consistency === 'none') {",
      },
    ],
  },
  {
    name: 'rows are marked before the bump',
    changes: [
      {
        file: relay,
        find: '(batch) => tell(invalidation, batch))',
        put: `async (batch) => {
          handed = batch
          return new Map(batch.map(({ id }) => [id, '0-0']))
        })
        if (handed.length > 0) await tell(invalidation, handed)`,
      },
      { file: relay, find: 'let told = 0', put: 'let told = 0\n  let handed: OutboxRow[] = []' },
    ],
  },
  {
    name: 'no audit',
    changes: [
      { file: relay, find: 'of inGroups(lost, rowsAtOnce)', put: 'of inGroups([], rowsAtOnce)' },
    ],
  },
  {
    name: 'the audit trusts the number of an event alone',
    changes: [
      {
        file: 'tests/sim/world/redis.ts',
        find: "[next.join('-'), nonce].join(':')",
        put: "next.join('-')",
      },
    ],
  },
  {
    name: 'the outbox is read before deferred triggers ran',
    changes: [
      {
        file: 'tests/sim/world/transaction.ts',
        find: 'postgres.runDeferred(session)\n        reply.answer(postgres.ownRows(session))',
        put: 'reply.answer(postgres.ownRows(session))',
      },
    ],
  },
  {
    name: 'a cursor instead of SKIP LOCKED',
    changes: [
      {
        file: 'tests/sim/world/postgres.ts',
        find: 'const claimed = free.slice(0, limit)',
        put: `const claimed = free.filter(({ id }) => Number(id) > this.rowsSeen).slice(0, limit)
          for (const { id } of claimed) this.rowsSeen = Math.max(this.rowsSeen, Number(id))`,
      },
      {
        file: 'tests/sim/world/postgres.ts',
        find: 'private rowIds = 0',
        put: 'private rowIds = 0\n  private rowsSeen = 0',
      },
    ],
  },
  {
    name: 'a transaction may outlast its fence',
    changes: [
      {
        file: 'tests/sim/run/plan-scenario.ts',
        find: 'return { fence, transaction: (fence * 3) / 8',
        put: 'return { fence: 20, transaction: (fence * 3) / 8',
      },
    ],
  },
]
