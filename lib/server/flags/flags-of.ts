import 'server-only'
import { env } from '@/lib/env'
import type { FlagValues } from '@/lib/flags/definitions'
import type { FlagSnapshot } from '@/lib/flags/flag-source'
import { overrideFlags } from '@/lib/flags/override-flags'
import { container } from '../container'
import { obeyFlags, type RequestFlags } from './obey-flags'
import { readOverrides } from './read-overrides'

const known = new WeakMap<Request, Promise<RequestFlags>>()

/** The flags of a request in middleware, which is the first to look. Fixed for the request. */
export function flagsOf(request: Request): Promise<RequestFlags> {
  const flags = known.get(request) ?? lookFirst(request.headers)
  known.set(request, flags)
  return flags
}

async function lookFirst(headers: Headers): Promise<RequestFlags> {
  const snapshot = await container().flags.current()
  return flagsFor(headers, snapshot.values, snapshot)
}

/** What a request obeys of these values: the environment and its own overrides go first. */
export async function flagsFor(
  headers: Headers | null,
  values: FlagValues,
  from: Pick<FlagSnapshot, 'digest' | 'source'>,
): Promise<RequestFlags> {
  const overrides = await readOverrides(headers)
  return obeyFlags(overrideFlags(values, overrides), from, env().CACHE_PATH ?? null)
}
