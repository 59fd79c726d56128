/**
 * Answers that are as good as the vocabulary's own where a header alone leaves room: format →
 * header → other attributes.
 */
const ANSWERS: Readonly<Record<string, Readonly<Record<string, readonly (string | null)[]>>>> = {}

/** What else would do for a header of a public format. */
export function acceptableAnswers(formatId: string, header: string): readonly (string | null)[] {
  const answers = ANSWERS[formatId]
  return answers && Object.hasOwn(answers, header) ? (answers[header] ?? []) : []
}
