/** Columns repeat their values; a text that is long, or one of very many, is hardly repeated. */
const textsAtMost = 2000
const lengthAtMost = 64

/** The same function, which works once for each text. It must depend on nothing else. */
export function remembering<Made>(make: (text: string) => Made): (text: string) => Made {
  const remembered = new Map<string, Made>()
  return (text) => {
    const known = remembered.get(text)
    if (known !== undefined) return known
    const made = make(text)
    if (text.length <= lengthAtMost && remembered.size < textsAtMost) remembered.set(text, made)
    return made
  }
}
