import type { Command } from './commands'

/**
 * The commands in which every word of a text is found, the best first: those that begin with it,
 * then those with a word that does. Groups stay together, in the order of their best.
 */
export function ranked(commands: readonly Command[], text: string): Command[] {
  const words = wordsOf(text)
  if (words.length === 0) return [...commands]
  const found = commands
    .map((command) => ({ command, score: scoreOf(command, words) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ command }) => command)
  const groups = [...new Set(found.map(({ group }) => group))]
  return groups.flatMap((name) => found.filter(({ group }) => group === name))
}

const wordsOf = (text: string) => text.toLowerCase().split(/\s+/).filter(Boolean)

function scoreOf({ label, detail, keywords }: Command, words: readonly string[]): number {
  const inLabel = wordsOf(label)
  const others = wordsOf(`${detail ?? ''} ${keywords ?? ''}`)
  const scores = words.map((word) => {
    if (inLabel[0]?.startsWith(word)) return 4
    if (inLabel.some((one) => one.startsWith(word))) return 3
    if (others.some((one) => one.startsWith(word))) return 2
    return inLabel.some((one) => one.includes(word)) ? 1 : 0
  })
  return Math.min(...scores)
}
