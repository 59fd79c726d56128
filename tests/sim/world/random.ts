/** Chance that a seed decides: the same seed gives the same numbers. */
export interface Random {
  /** From 0 to 1. */
  next(): number
  between(least: number, most: number): number
  /** As often from 1 to 10 as from 10 to 100. @param least above 0 */
  magnitude(least: number, most: number): number
  /** A whole number from 0 to below `count`. */
  below(count: number): number
  chance(share: number): boolean
  pick<T>(list: readonly [T, ...T[]]): T
  some<T>(list: readonly T[], share: number): T[]
}

/** @param seeds whole numbers; all of them decide */
export function createRandom(...seeds: number[]): Random {
  let state = seeds.reduce((mixed, seed) => scramble(mixed ^ seed), 0x9e3779b9)
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    return (scramble(state) >>> 0) / 4294967296
  }
  const below = (count: number) => Math.floor(next() * count)
  return {
    next,
    below,
    between: (least, most) => least + next() * (most - least),
    magnitude: (least, most) => least * (most / least) ** next(),
    chance: (share) => next() < share,
    pick: (list) => list[below(list.length)] ?? list[0],
    some: (list, share) => list.filter(() => next() < share),
  }
}

/** The finalizer of MurmurHash3: neighbours among seeds have nothing in common afterwards. */
function scramble(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return mixed ^ (mixed >>> 16)
}
