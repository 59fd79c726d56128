import { eq } from 'drizzle-orm'
import { upstashCache } from 'drizzle-orm/cache/upstash'
import { integer, pgTable, text } from 'drizzle-orm/pg-core'
import { drizzle } from 'drizzle-orm/pg-proxy'
import type { Rival } from './rival'

const facts = pgTable('facts', { key: text('key').primaryKey(), version: integer('version') })

/** Drizzle's own cache: it reads through `$withCache` and is told by every mutation that it runs. */
export function createDrizzleRival(redis: { url: string; token: string }): Rival {
  return {
    name: 'drizzle-orm, Upstash cache',
    open(origin) {
      const open = (run: (sql: string, key: string) => Promise<{ rows: unknown[] }>) =>
        drizzle((sql, params) => run(sql, String(params.at(-1))), {
          cache: upstashCache({ ...redis, config: { ex: 600 } }),
        })
      const reader = open(async (_, key) => ({ rows: [[await origin.load(key)]] }))
      /** A mutation whose statement takes effect as `run` says. */
      const mutate = async (key: string, run: () => Promise<void>) => {
        const writer = open(async () => {
          await run()
          return { rows: [] }
        })
        await writer.update(facts).set({ version: 0 }).where(eq(facts.key, key))
      }
      return {
        read: (key) => readOne(reader, key),
        write: ({ key, commit }) => mutate(key, commit),
        async writeTellingInside({ key, commit }) {
          await mutate(key, async () => undefined)
          await commit()
        },
        writeAndDie: ({ commit }) => commit(),
        recover: async () => undefined,
      }
    },
  }
}

async function readOne(reader: ReturnType<typeof drizzle>, key: string): Promise<number> {
  const rows = await reader
    .select({ version: facts.version })
    .from(facts)
    .where(eq(facts.key, key))
    .$withCache()
  return rows[0]?.version ?? 0
}
