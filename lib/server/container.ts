import 'server-only'
import { env } from '@/lib/env'
import { type Container, createContainer } from './create-container'
import { nextHost } from './next-host'

// Next bundles middleware, pages and handlers apart; a global symbol makes them share one.
const key = Symbol.for('portolan.container')
const holder = globalThis as typeof globalThis & { [key]?: Container }

/** The one container of this process, made at the first call. */
export function container(): Container {
  holder[key] ??= createContainer(env(), nextHost(env().CACHE_READ_BUDGET_MS))
  return holder[key]
}
