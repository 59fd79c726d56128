/** Luck that can be repeated: the same seed gives the same draws on every machine. */
export type Random = {
  /** From 0 up to 1. */
  next(): number
  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number
  /** True in that share of cases. */
  chance(share: number): boolean
  pick<T>(choices: readonly [T, ...T[]]): T
  /** One of the choices, each as often as its weight says. */
  weighted<T>(choices: readonly [Weighted<T>, ...Weighted<T>[]]): T
  /** That many hexadecimal digits. */
  hex(digits: number): string
}

export type Weighted<T> = readonly [choice: T, weight: number]

/** mulberry32 (Tommy Ettinger, public domain): small, fast, and good enough for test data. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const whole = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  return {
    next,
    whole,
    chance: (share) => next() < share,
    pick: (choices) => choices[whole(0, choices.length - 1)] ?? choices[0],
    weighted: (choices) => {
      let left = next() * choices.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [choice, weight] of choices) {
        left -= weight
        if (left < 0) return choice
      }
      return choices[0][0]
    },
    hex: (digits) => Array.from({ length: digits }, () => whole(0, 15).toString(16)).join(''),
  }
}

/** A random UUID (version 4). */
export function randomUuid(random: Random): string {
  const variant = random.pick(['8', '9', 'a', 'b'])
  return `${random.hex(8)}-${random.hex(4)}-4${random.hex(3)}-${variant}${random.hex(3)}-${random.hex(12)}`
}

/** A day as YYYY-MM-DD, up to `most` days after `from`. */
export function randomDay(random: Random, from: string, most: number): string {
  const start = Date.parse(`${from}T00:00:00Z`)
  return new Date(start + random.whole(0, most) * 86_400_000).toISOString().slice(0, 10)
}
