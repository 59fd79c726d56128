import type { Answer } from './answer'

/**
 * What this process does about values that are missing. However a miss ends, its value is looked at
 * or loaded after it began: so it is new enough for every reader that began before it did.
 */
export interface Misses {
  /** A reader's beginning, in this process' own order. */
  begin(): number
  /**
   * @param begun of the reader
   * @param deal what is to be done when the reader has no share in what is done already
   */
  share(
    entryKey: string,
    begun: number,
    deal: () => Promise<Answer>,
  ): { answer: Promise<Answer>; shared: boolean }
}

export function createMisses(): Misses {
  const underWay = new Map<string, { began: number; answer: Promise<Answer> }>()
  let moments = 0
  const begin = () => {
    moments += 1
    return moments
  }
  return {
    begin,
    share(entryKey, begun, deal) {
      const other = underWay.get(entryKey)
      if (other && other.began > begun) return { answer: other.answer, shared: true }
      const own = { began: begin(), answer: deal() }
      underWay.set(entryKey, own)
      const leave = () => {
        if (underWay.get(entryKey) === own) underWay.delete(entryKey)
      }
      own.answer.then(leave, leave)
      return { answer: own.answer, shared: false }
    },
  }
}
