import { createHash } from 'node:crypto'
import { type Keys, namespacesOf } from '@/lib/cache/keys'
import { splitLooks } from '@/lib/cache/look-batch'
import { createScriptCalls, type ScriptCall } from '@/lib/cache/script-calls'
import type { Store, StoreLives } from '@/lib/cache/store'
import { findFreePort } from '@/local/ports.mjs'
import { connectRedis, RedisError, type Reply } from '@/local/redis-connection.mjs'
import { startEmbeddedValkey } from '@/local/valkey-embedded.mjs'

export interface DirectSettings {
  keys: Keys
  lives: StoreLives
  /** Letters and digits that no other request has. */
  nonce(): string
}

export interface EmbeddedEngine {
  /** A store over the engine, without anything in between. */
  openStore(settings: DirectSettings): Store
  /** Runs one command. @throws RedisError when it is refused */
  run(...command: string[]): Promise<unknown>
  stop(): Promise<void>
}

/** Starts an engine in this process and speaks to it by its socket. */
export async function startEmbeddedEngine(): Promise<EmbeddedEngine> {
  const engine = await startEmbeddedValkey(await findFreePort())
  const connection = await connectRedis(engine.url)
  async function run(...command: string[]): Promise<unknown> {
    const [reply = null] = await connection.send([command])
    return toText(reply)
  }
  return {
    openStore: (settings) => createDirectStore(run, settings),
    run,
    async stop() {
      connection.close()
      await engine.stop()
    },
  }
}

type Run = EmbeddedEngine['run']

function createDirectStore(run: Run, { keys, lives, nonce }: DirectSettings): Store {
  const calls = createScriptCalls(keys, lives)

  async function runScript({ script, keys: names, args }: ScriptCall): Promise<string[]> {
    const digest = createHash('sha1').update(script).digest('hex')
    const rest = [String(names.length), ...names, ...args]
    try {
      return toTexts(await run('EVALSHA', digest, ...rest))
    } catch (error) {
      // A script that is not known was not run, so this repeats nothing.
      if (!(error instanceof RedisError && error.message.startsWith('NOSCRIPT'))) throw error
      return toTexts(await run('EVAL', script, ...rest))
    }
  }

  return {
    async look(requests) {
      const answers = splitLooks(requests, keys).map(async (batch) => {
        const values = (await run('MGET', ...batch.keys)) as (string | null)[]
        return batch.read(values)
      })
      return (await Promise.all(answers)).flat()
    },
    async lease(leaseKey, tags) {
      const [, granted, ...values] = await runScript(calls.lease(nonce(), tags, leaseKey))
      return { granted: granted === '1', values }
    },
    async fill(fill) {
      await runScript(calls.fill(nonce(), fill))
    },
    async release(lease) {
      await runScript(calls.release(nonce(), lease))
    },
    async fence(tags, id) {
      await runScript(calls.fence(nonce(), tags, id))
    },
    async bump(tags, id) {
      const [, ...events] = await runScript(calls.bump(nonce(), tags, id))
      return new Map(namespacesOf(tags).map((name, index) => [name, events[index] ?? '']))
    },
    async lift(tags, id) {
      await runScript(calls.lift(nonce(), tags, id))
    },
    async tidy(tags) {
      await runScript(calls.tidy(nonce(), tags))
    },
    async present(namespace, eventIds) {
      const [, ...found] = await runScript(calls.present(nonce(), namespace, eventIds))
      return new Set(found)
    },
    async open(namespace) {
      await run('SET', keys.marker(namespace), 'open', 'NX')
    },
    async ping() {
      await run('PING')
    },
  }
}

function toTexts(answer: unknown): string[] {
  return Array.isArray(answer) ? answer.map(String) : []
}

/** @throws RedisError when the answer is one */
function toText(reply: Reply): unknown {
  if (reply instanceof RedisError) throw reply
  if (Array.isArray(reply)) return reply.map(toText)
  return reply === null || typeof reply === 'number' ? reply : reply.toString()
}
