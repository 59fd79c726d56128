import type { NewerState } from '@/lib/base/conflict'
import type { ConflictChoice, ConflictRow } from './conflict-dialog'

/** A field of a form that may have been changed by somebody else, too. */
export interface ConflictField {
  name: string
  label: string
  /** What a value is called; the value itself when not given. */
  words?: (value: string) => string
}

/** The present value of a field, as a form would send it. */
function present(newer: NewerState, name: string): string {
  return String(newer.values[name] ?? '')
}

/** The fields in which what was sent and what is there now differ. */
export function conflictRows(
  fields: readonly ConflictField[],
  sent: FormData,
  newer: NewerState,
): ConflictRow[] {
  return fields.flatMap(({ name, label, words = (value) => value }) => {
    const [mine, theirs] = [String(sent.get(name) ?? ''), present(newer, name)]
    return mine === theirs ? [] : [{ name, label, mine: words(mine), theirs: words(theirs) }]
  })
}

/** The form anew: from the newer version, with each field as it was chosen. */
export function chosenForm(sent: FormData, newer: NewerState, choice: ConflictChoice): FormData {
  const form = new FormData()
  for (const [name, value] of sent) {
    form.append(name, choice[name] === 'theirs' ? present(newer, name) : value)
  }
  form.set('version', String(newer.version))
  return form
}
