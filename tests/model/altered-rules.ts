import { formatTag, type Look, parseTag, type Writes } from '@/lib/cache/protocol'
import { configure } from './configurations'
import { type Decisions, protocolRules, type Rules } from './rules'
import type { Configuration } from './state'

/** The protocol without one of its rules, and the small world in which that shows. */
export interface AlteredRule {
  /** What goes wrong, not what should be. */
  name: string
  rules: Rules
  configuration: Configuration
}

const { decisions } = protocolRules
const alone = configure('one writer', { writers: [{ facts: [1], kind: 'available' }] })
const pair = configure('two writers')
const evicted = configure('one tag is evicted', { faults: { ...pair.faults, tagEvictions: 1 } })

function altered(
  name: string,
  configuration: Configuration,
  change: Partial<Omit<Rules, 'decisions'>>,
  decided: Partial<Decisions> = {},
): AlteredRule {
  const rules = { ...protocolRules, ...change, decisions: { ...decisions, ...decided } }
  return { name, configuration, rules }
}

const versionOf = (value: string | null) => value?.split('|', 1)[0] ?? null

const equal = (versions: readonly (string | null)[], values: readonly (string | null)[]) =>
  versions.every((version, index) => version === versionOf(values[index] ?? null))

/** Changes what a script writes under each tag; it is told what was there. */
function rewrite<Answer extends Writes>(
  look: Look,
  answer: Answer,
  change: (written: string, before: string | null) => string,
): Answer {
  for (const [tag, value] of answer.tags) answer.tags.set(tag, change(value, look.tag(tag)))
  return answer
}

/** The version that was there stays whatever was pruned. */
function keepVersion(written: string, before: string | null): string {
  if (before === null) return written
  return formatTag({ ...parseTag(written), version: parseTag(before).version })
}

const allMarked = (look: Look): Look => ({ tag: (tag) => look.tag(tag), marked: () => true })

export const alteredRules: readonly AlteredRule[] = [
  altered('a fence is no reason to refuse an entry', pair, {}, { isValid: equal }),
  altered('a load is joined whatever was captured before it', alone, {}, { mayJoin: () => true }),
  altered('versions are captured after the load', alone, { capturesBeforeLoad: false }),
  altered(
    'a missing tag counts as valid',
    evicted,
    { versionsReturn: true },
    {
      isValid: (versions, values) =>
        values.every((value, index) => value === null || value === versions[index]),
    },
  ),
  altered(
    'missing is equal to missing',
    configure('Redis is out of reach', { unreachable: true, readers: 1 }),
    { versionsReturn: true },
    {
      mayCapture: (values) => values.every((value) => !value?.includes('|')),
      isValid: (versions, values) => versions.every((version, at) => version === values[at]),
    },
  ),
  altered('writers do not fence', alone, { fencesBeforeCommit: false }),
  altered('writers bump before they commit', alone, { bumpsAfterCommit: false }),
  altered(
    'a bump keeps the version',
    alone,
    {},
    {
      bump: (look, target, id, run) =>
        rewrite(look, decisions.bump(look, target, id, run), keepVersion),
    },
  ),
  altered(
    'a bump lifts the fences of others',
    pair,
    {},
    {
      bump: (look, target, id, run) =>
        rewrite(look, decisions.bump(look, target, id, run), (value) => versionOf(value) ?? value),
    },
  ),
  altered(
    'an expired fence is dropped without a new version',
    alone,
    {},
    {
      fence: (look, target, id, run) =>
        rewrite(look, decisions.fence(look, target, id, run), keepVersion),
      tidy: (look, target, run) => rewrite(look, decisions.tidy(look, target, run), keepVersion),
    },
  ),
  altered(
    'a request brings its version along',
    configure('everything late', { late: true, readers: 1 }),
    { versionsReturn: true },
    {
      bump: (look, target, id, run) =>
        rewrite(look, decisions.bump(look, target, id, run), (value) =>
          formatTag({ ...parseTag(value), version: `0:0:r${id}` }),
        ),
    },
  ),
  altered('two attempts have one fence', pair, { fenceIdOf: () => 'a' }),
  altered('a fence is lifted though the commit may have come', alone, {
    liftsWhatIsKnownOnly: false,
  }),
  altered('a fence is no longer than a transaction', alone, { fenceLife: 1 }),
  altered(
    'the marker is not looked at',
    configure('FLUSHALL', { faults: { ...pair.faults, flushes: 1 } }),
    {},
    {
      fence: (look, target, id, run) => decisions.fence(allMarked(look), target, id, run),
      bump: (look, target, id, run) => decisions.bump(allMarked(look), target, id, run),
      tidy: (look, target, run) => decisions.tidy(allMarked(look), target, run),
      lease: (look, target, run) =>
        decisions.lease({ ...allMarked(look), lease: null }, target, run),
    },
  ),
  altered(
    'the relay marks before it bumps',
    configure('behind the back', { writers: [{ facts: [1], kind: 'foreign' }] }),
    { bumpsBeforeMark: false },
  ),
  altered(
    'nobody audits the events after a failover',
    configure('failover', { readers: 1, faults: { ...pair.faults, failovers: 1 } }),
    { audits: false },
  ),
  // No rule, but the reason why Redis must not evict: a fence is gone, and its tag is made anew.
  altered('promise 2 is expected of a Redis that evicts', evicted, { exemptsLostFences: false }),
]
