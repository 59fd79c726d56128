/** A text that is long is hardly repeated, and one of a column with so many others neither. */
const lengthAtMost = 64
const textsAtMost = 4000

/**
 * The same function, which works once for each text while there are few. It must depend on nothing
 * else.
 */
export function remembering<Made>(make: (text: string) => Made): (text: string) => Made {
  let remembered: Map<string, Made> | null = new Map()
  return (text) => {
    if (remembered === null || text.length > lengthAtMost) return make(text)
    const known = remembered.get(text)
    if (known !== undefined) return known
    const made = make(text)
    remembered.set(text, made)
    if (remembered.size > textsAtMost) remembered = null
    return made
  }
}
