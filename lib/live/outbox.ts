import type { Tag } from '@/lib/base/tag'
import { type Change, type Presence, printMessage } from './messages'
import type { Position } from './positions'

/** Facts of changes that wait for a listener at most; one who is slower than that is told to ask for all. */
const mostFacts = 2_000
/** Flows of which a listener is told who is there. */
const mostFlows = 50

/** What a listener is to be told, merged until it takes it. */
export interface Outbox {
  /** @param tags those that are for its ears */
  change(name: Position, tags: readonly Tag[]): void
  /** Forgets of the changes what is not for its ears any more. */
  narrow(admits: (tag: Tag) => boolean): void
  resync(): void
  presence(of: Presence): void
  /** @param since ISO 8601; null when all is well */
  trouble(since: string | null): void
  readonly isEmpty: boolean
  /**
   * Everything, as text, and holds nothing any more.
   * @param id how far the listener has heard with all of it: changes stand before whatever else has it
   */
  take(id: string): string
}

export function createOutbox(): Outbox {
  let changes: Change[] = []
  let facts = 0
  const flows = new Map<string, Presence>()
  let all = false
  /** Undefined while there is nothing to say. */
  let trouble: string | null | undefined

  const forget = (): void => {
    changes = []
    facts = 0
  }
  const takeState = (id: string): string[] => {
    const since = trouble
    trouble = undefined
    if (since === undefined) return []
    return [since === null ? printMessage('well', {}, id) : printMessage('trouble', { since }, id)]
  }
  const takeChanges = (id: string): string[] => {
    const [told, everything] = [changes, all]
    forget()
    all = false
    if (everything) return [printMessage('resync', {}, id)]
    return told.length > 0 ? [printMessage('change', { changes: told }, id)] : []
  }
  const takePresence = (id: string): string[] => {
    const told = [...flows.values()]
    flows.clear()
    return told.map((of) => printMessage('presence', of, id))
  }

  return {
    change(name, tags) {
      if (all || tags.length === 0) return
      changes.push({ name, tags })
      facts += tags.length
      if (facts > mostFacts) this.resync()
    },
    narrow(admits) {
      changes = changes
        .map(({ name, tags }) => ({ name, tags: tags.filter(admits) }))
        .filter(({ tags }) => tags.length > 0)
    },
    resync() {
      all = true
      forget()
    },
    presence(of) {
      if (flows.size < mostFlows || flows.has(of.flowId)) flows.set(of.flowId, of)
    },
    trouble(since) {
      trouble = since
    },
    get isEmpty() {
      return !all && changes.length === 0 && flows.size === 0 && trouble === undefined
    },
    take: (id) => [...takeChanges(id), ...takeState(id), ...takePresence(id)].join(''),
  }
}
