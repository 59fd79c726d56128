import 'server-only'
import type { CachePath } from '@/lib/cache/cache'
import { env } from '@/lib/env'
import type { FlagValues } from '@/lib/flags/definitions'
import { flagsDigest } from '@/lib/flags/digest'
import type { FlagSnapshot } from '@/lib/flags/flag-source'
import { FlagStorageError } from '@/lib/flags/management'
import { parseFlags } from '@/lib/flags/parse-flags'
import { container } from '../container'
import { flagStorage } from './flag-deps'

/** The flags as the console shows them and changes begin from. */
export interface HeldFlags {
  values: FlagValues
  digest: string
  /** `read-only` without a token; `unreachable` when what may be written cannot be read. */
  writing: 'possible' | 'read-only' | 'unreachable'
  /** What is wrong with single flags as they are written, in words. */
  problems: readonly string[]
  /** Where this process has its values from, and why not from the store. */
  source: FlagSnapshot['source']
  trouble: readonly string[]
  /** By which path this deployment reads whatever the flags say. */
  override: CachePath | null
}

/** What was last written, where that can be asked for; else what this process obeys. */
export async function heldFlags(): Promise<HeldFlags> {
  const [obeyed, written] = await Promise.all([container().flags.refresh(), readWritten()])
  const { source, problems: trouble } = obeyed
  const override = env().CACHE_PATH ?? null
  const own = { source, trouble, override }
  if (typeof written === 'string') {
    const { values, digest } = obeyed
    return { ...own, values, digest, writing: written, problems: [] }
  }
  const { values, problems } = parseFlags(written.item)
  return {
    ...own,
    values,
    digest: flagsDigest(values),
    writing: 'possible',
    problems: problems.map(({ key, message }) => `${key}: ${message}`),
  }
}

async function readWritten(): Promise<{ item: unknown } | 'read-only' | 'unreachable'> {
  const storage = flagStorage()
  if (!storage) return 'read-only'
  try {
    return { item: await storage.read() }
  } catch (error) {
    if (!(error instanceof FlagStorageError)) throw error
    container().logger.warn({ reason: error.message }, 'the flags cannot be managed')
    return 'unreachable'
  }
}
