import 'server-only'
import { StoreError } from '@/lib/cache/script-runner'
import { groupedReads } from '@/lib/domain/flags/cached-reads'
import { evidenceOf } from '@/lib/domain/flags/evidence'
import { pathsInForce } from '@/lib/domain/flags/in-force'
import { flagAudience, flagHistory } from '@/lib/domain/flags/reads'
import {
  type FlagChange,
  type GroupEvidence,
  type InForce,
  type Propagation,
  readGroups,
  type Setting,
  type SettingChange,
} from '@/lib/domain/flags/schema'
import { changedSettings, ruleWords, settingsOf } from '@/lib/domain/flags/settings'
import type { FlagValues } from '@/lib/flags/definitions'
import { parseFlags } from '@/lib/flags/parse-flags'
import { container } from '../container'
import { read } from '../read'
import { type HeldFlags, heldFlags } from './held-flags'
import { whatIsObeyed } from './say-what-is-obeyed'

export interface ConsoleGroup extends GroupEvidence {
  /** What is said of the group by itself, in words; null where it follows the default. */
  ownRule: string | null
  inForce: InForce[]
}

export interface ConsoleChange extends Omit<FlagChange, 'before' | 'after'> {
  changes: SettingChange[]
}

export interface FlagConsole extends HeldFlags {
  /** The default rule in words. */
  defaultRule: string
  settings: Setting[]
  groups: ConsoleGroup[]
  /** Null when the figures cannot be had. */
  since: string | null
  propagation: Propagation | null
  /** Those that are not archived, by name. */
  clients: { id: string; name: string }[]
}

const hour = 3_600_000

/**
 * Everything that the pages about flags show. What Redis would tell is left out when it does not
 * answer; the flags themselves are shown all the same.
 * @param hours whose figures are looked at, the present one among them
 */
export async function flagConsole(hours: number): Promise<FlagConsole> {
  const now = container().clock.now().getTime()
  const [held, accounts, figures, obeyed] = await Promise.all([
    heldFlags(),
    read(flagAudience, 'platform', null),
    orNull(container().figures.read(now, hours)),
    orNull(whatIsObeyed(container().instances)),
  ])
  const { values } = held
  const clients = accounts.filter(({ archived }) => !archived)
  const ids = clients.map(({ id }) => id)
  const evidence = evidenceOf(figures ?? new Map(), readGroups, groupedReads)
  const since = Math.floor(now / hour - hours + 1) * hour
  return {
    ...held,
    defaultRule: ruleWords(values['cache-path'].default),
    settings: settingsInWords(values, accounts),
    groups: evidence.map((one) => ({
      ...one,
      ownRule: ownRule(values, one),
      inForce: pathsInForce(values, one, ids),
    })),
    since: figures ? new Date(since).toISOString() : null,
    propagation: obeyed && {
      processes: obeyed.length,
      current: obeyed.filter(({ digest }) => digest === held.digest).length,
      onLastGood: obeyed.filter(({ source }) => source === 'last-good').length,
      onSafeDefaults: obeyed.filter(({ source }) => source === 'safe-defaults').length,
    },
    clients: clients.map(({ id, name }) => ({ id, name })),
  }
}

/** The latest changes in words, the newest first. */
export async function flagChanges(limit: number): Promise<ConsoleChange[]> {
  const [changes, accounts] = await Promise.all([
    read(flagHistory, 'platform', { limit }),
    read(flagAudience, 'platform', null),
  ])
  const inWords = (stored: unknown) => settingsInWords(parseFlags(stored).values, accounts)
  return changes.map(({ before, after, ...change }) => ({
    ...change,
    changes: changedSettings(inWords(before), inWords(after)),
  }))
}

type Named = readonly { id: string; name: string }[]

/** What values say, with the names of the client accounts. */
export function settingsInWords(values: FlagValues, accounts: Named): Setting[] {
  const names = new Map(accounts.map(({ id, name }) => [id, name]))
  return settingsOf(values, (id) => names.get(id) ?? null)
}

function ownRule(values: FlagValues, { group }: GroupEvidence): string | null {
  const rule = values['cache-path'].groups[group]
  return rule ? ruleWords(rule) : null
}

/** Redis may be down: then this is what cannot be told. */
async function orNull<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof StoreError) return null
    throw error
  }
}
