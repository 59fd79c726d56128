import 'server-only'
import { env } from '@/lib/env'
import { container } from '../container'
import { obeyFlags, type RequestFlags } from './obey-flags'

const known = new WeakMap<Request, Promise<RequestFlags>>()

/** The flags of a request in middleware, which is the first to look. Fixed for the request. */
export function flagsOf(request: Request): Promise<RequestFlags> {
  const flags = known.get(request) ?? firstLook()
  known.set(request, flags)
  return flags
}

async function firstLook(): Promise<RequestFlags> {
  const snapshot = await container().flags.current()
  return obeyFlags(snapshot.values, snapshot, env().CACHE_PATH ?? null)
}
