import type { Namespace } from '@/lib/base/tag'

/**
 * What this process opened lately. One sealed text has one content for ever, so what is kept here
 * never becomes wrong: an entry that was replaced has another text.
 */
export interface RecentlyOpened {
  /** @returns the content of just this text at just this place */
  find(place: Place, entry: Sealed): string | null
  keep(place: Place, entry: Sealed, content: string): void
}

interface Place {
  namespace: Namespace
  entryKey: string
}

interface Sealed {
  head: string
  body: string
}

interface Opened extends Sealed {
  namespace: Namespace
  content: string
}

/** @param mostCharacters of all texts together; beyond them the oldest go */
export function createRecentlyOpened(mostCharacters: number): RecentlyOpened {
  const held = new Map<string, Opened>()
  let characters = 0

  function drop(entryKey: string): void {
    const opened = held.get(entryKey)
    if (opened && held.delete(entryKey)) characters -= sizeOf(opened)
  }

  return {
    find({ namespace, entryKey }, { head, body }) {
      const opened = held.get(entryKey)
      const same = opened?.head === head && opened.body === body && opened.namespace === namespace
      return same ? opened.content : null
    },
    keep({ namespace, entryKey }, { head, body }, content) {
      const opened = { head, body, namespace, content }
      drop(entryKey)
      held.set(entryKey, opened)
      characters += sizeOf(opened)
      for (const oldest of held.keys()) {
        if (characters <= mostCharacters) break
        drop(oldest)
      }
    },
  }
}

const sizeOf = ({ head, body, content }: Opened): number =>
  head.length + body.length + content.length
