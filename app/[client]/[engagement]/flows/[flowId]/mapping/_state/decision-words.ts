import { countWords } from '@/lib/base/count-words'
import type { PassedOver } from '@/lib/domain/mapping/page/schema'

const words = { approve: 'approved', reject: 'rejected', undo: 'taken back' } as const

const names = new Intl.ListFormat('en', { type: 'conjunction' })

/** What a decision did, such as "198 columns approved, 2 were decided by Ana meanwhile". */
export function decisionWords(
  kind: keyof typeof words,
  decided: number,
  passedOver: readonly PassedOver[],
): string {
  const done =
    decided === 0
      ? `Nothing was ${words[kind]}`
      : `${countWords(decided, 'column', 'columns')} ${words[kind]}`
  if (passedOver.length === 0) return done
  const who = names.format(new Set(passedOver.map(({ by }) => by ?? 'somebody else')))
  return `${done}, ${countWords(passedOver.length, 'was', 'were')} decided by ${who} meanwhile`
}
