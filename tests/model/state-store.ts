import type { Entry, Faults, Load, Redis, State, Writer } from './state'

/** Every state seen, once, in the order in which it was found. */
export interface StateStore {
  size(): number
  /** @returns its index; -1 when it was there already */
  add(state: State, parent: number): number
  /** @returns -1 when it was never added */
  indexOf(state: State): number
  read(index: number): State
  /** Whence it was reached first; -1 for the first. */
  parentOf(index: number): number
}

/**
 * Holds a state as a short text of the numbers of its parts, because many states share few parts
 * (the collapse compression of SPIN).
 */
export function createStateStore(): StateStore {
  const tags = createPartTable<Redis['tags']>((part) => part.join())
  const entries = createPartTable<Redis['entries']>((part) => part.map(textOfCapture).join())
  const remainders = createPartTable<Remainder>(({ marked, events, left }) =>
    [marked, ...events, ...Object.values(left)].join(),
  )
  const replicas = createPartTable<State['replica']>((part) => JSON.stringify(part))
  const readers = createPartTable<State['readers']>((part) => part.map(textOfCapture).join())
  const writers = createPartTable<Writer>(textOfWriter)
  const indices = new Map<string, number>()
  const texts: string[] = []
  const parents: number[] = []

  function write(state: State): string {
    const { redis, left } = state
    const remainder = { marked: redis.marked, events: redis.events, left }
    let text =
      tags.write(redis.tags) +
      entries.write(redis.entries) +
      remainders.write(remainder) +
      replicas.write(state.replica) +
      readers.write(state.readers)
    for (const writer of state.writers) text += writers.write(writer)
    return text
  }

  return {
    size: () => texts.length,
    add(state, parent) {
      const text = write(state)
      if (indices.has(text)) return -1
      indices.set(text, texts.length)
      parents.push(parent)
      return texts.push(text) - 1
    },
    indexOf: (state) => indices.get(write(state)) ?? -1,
    read(index) {
      const text = texts[index] ?? ''
      const { marked, events, left } = remainders.read(text, 2)
      const count = text.length / partLength - 5
      return {
        redis: { tags: tags.read(text, 0), marked, entries: entries.read(text, 1), events },
        replica: replicas.read(text, 3),
        readers: readers.read(text, 4),
        writers: Array.from({ length: count }, (_, place) => writers.read(text, 5 + place)),
        left,
      }
    },
    parentOf: (index) => parents[index] ?? -1,
  }
}

/** What is too small to be held apart. */
interface Remainder extends Pick<Redis, 'marked' | 'events'> {
  left: Faults
}

function textOfCapture(held: Entry | Load | null): string {
  if (!held) return ''
  return `${'key' in held ? held.key : ''} ${held.versions} ${held.value}`
}

function textOfWriter(writer: Writer): string {
  const { transaction, age, following, fence, sent, order, acknowledged, row } = writer
  const requests = `${sent.fence} ${sent.bump} ${sent.lift}`
  const view = `${following} ${acknowledged} ${row} ${writer.fenceLost} ${writer.bumpLost}`
  return `${transaction} ${age} ${fence} ${order} ${requests} ${view}`
}

const [digit, partLength] = [0x8000, 2]

/** Numbers each different part once; two characters hold a number. */
function createPartTable<Part extends object | null>(textOf: (part: Part) => string) {
  const parts: Part[] = []
  const numbers = new Map<string, string>()
  /** Parts that were read from here need no text again. */
  const known = new WeakMap<object, string>()

  function enter(text: string, part: Part): string {
    const number = parts.push(part) - 1
    const written = String.fromCharCode(Math.floor(number / digit), number % digit)
    numbers.set(text, written)
    if (part) known.set(part, written)
    return written
  }
  return {
    write(part: Part): string {
      const before = part && known.get(part)
      if (before) return before
      const text = textOf(part)
      return numbers.get(text) ?? enter(text, part)
    },
    read(text: string, place: number): Part {
      const at = partLength * place
      return parts[text.charCodeAt(at) * digit + text.charCodeAt(at + 1)] as Part
    },
  }
}
