import { formatTag, type Look, parseTag, prune, quarantine } from '@/lib/cache/protocol'
import { configure } from './configurations'
import { type Decisions, factTag, protocolRules, type Rules } from './rules'

/**
 * Rules that nobody uses: a repair for a Redis that evicts (docs/decisions/019). The marker is a tag
 * here, the second of two facts, which no key carries; it holds the namespace's open fences.
 */
const marker = factTag(2)
const { decisions } = protocolRules
type Run = Parameters<typeof decisions.fence>[3]
type Answer = ReturnType<typeof decisions.fence>

class MarkedByTag implements Look {
  readonly lease = null

  constructor(private readonly look: Look) {}

  tag: Look['tag'] = (tag) => this.look.tag(tag)

  marked(): boolean {
    return this.look.tag(marker) !== null
  }
}

/** The marker is pruned by all; reborn, it waits as long as its namespace. */
function withMarker<T extends Answer>(look: Look, answer: T, run: Run): T {
  const before = look.tag(marker)
  const written = answer.tags.get(marker) ?? before
  const state = written === null ? { version: `0:1:${run.nonce}`, fences: [] } : parseTag(written)
  const wait = { id: quarantine, deadline: run.now + run.fenceLife * 1000 }
  const kept = before === null ? { ...state, fences: [...state.fences, wait] } : prune(state, run)
  answer.tags.set(marker, formatTag(kept))
  return answer
}

function openFences(answer: Answer) {
  return parseTag(answer.tags.get(marker) ?? '').fences
}

/** A missing tag may have been lost with a fence: none is made while one is open. */
const lease: Decisions['lease'] = (look, target, run) => {
  const answer = withMarker(look, decisions.lease(new MarkedByTag(look), target, run), run)
  if (openFences(answer).length === 0) return answer
  const values = target.tags.map((tag, place) => {
    const value = answer.values[place] ?? ''
    if (look.tag(tag) !== null || value.includes('|')) return value
    answer.tags.delete(tag)
    return `${value}|unknown@1`
  })
  return { tags: answer.tags, markers: answer.markers, values, granted: answer.granted }
}

const fence: Decisions['fence'] = (look, target, id, run) => {
  const both = { ...target, tags: [...target.tags, marker] }
  return withMarker(look, decisions.fence(new MarkedByTag(look), both, id, run), run)
}

/** A missing tag is made with the fences that it may have lost. */
const fenceWithOthers: Decisions['fence'] = (look, target, id, run) => {
  const answer = fence(look, target, id, run)
  const others = openFences(answer).filter((open) => open.id !== id)
  for (const tag of target.tags) {
    if (look.tag(tag) !== null) continue
    const made = parseTag(answer.tags.get(tag) ?? '')
    answer.tags.set(tag, formatTag({ ...made, fences: [...others, ...made.fences] }))
  }
  return answer
}

const halfRepaired: Decisions = {
  ...decisions,
  lease,
  fence,
  bump(look, target, id, run) {
    const both = { ...target, tags: [...target.tags, marker] }
    return withMarker(look, decisions.bump(new MarkedByTag(look), both, id, run), run)
  },
  lift: (look, tags, id) => decisions.lift(look, [...tags, marker], id),
  tidy: (look, target, run) =>
    withMarker(look, decisions.tidy(new MarkedByTag(look), target, run), run),
}

const whole: Rules = { ...protocolRules, exemptsLostFences: false }

/** Without the second half, a fence that makes a lost tag is lifted, and the tag has none. */
export const halfRepairedRules: Rules = { ...whole, decisions: halfRepaired }

export const repairedRules: Rules = {
  ...whole,
  decisions: { ...halfRepaired, fence: fenceWithOthers },
}

const oneEviction = { flushes: 0, failovers: 0, tagEvictions: 1, markerEvictions: 0 }

export const evictingConfigurations = [
  configure('two readers, two writers; a tag is evicted', { facts: 2, faults: oneEviction }),
  configure('one reader, two writers; two tags are evicted', {
    readers: 1,
    facts: 2,
    faults: { ...oneEviction, tagEvictions: 2 },
  }),
]
