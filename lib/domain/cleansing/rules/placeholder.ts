import { isPlaceholderId } from '@/lib/domain/inventory/placeholders'
import { isPlaceholder } from '@/lib/domain/mapping/convert/placeholders'
import type { CanonicalAttribute } from '@/lib/domain/mapping/schema'
import { vocabularyOf } from '@/lib/domain/mapping/values/vocabularies'
import { type CleansingRule, proposeClearing } from './rule'

/** Words that only mean "we do not know" in plain text, whatever the language. */
const wider =
  /^(?:t\.?b\.?[acd]\.?|to be (?:determined|confirmed|defined|announced)|unk|not (?:known|specified|provided|found)|unspecified|missing|dummy|nicht (?:bekannt|vorhanden)|offen|sans objet|s\/o|non renseign[eé]|no aplica|sconosciuto|onbekend)$/i

/** Characters; no placeholder is longer, and none has a digit. */
const LONGEST_WORD = 24

/** "None" in these says that a machine has no backup, monitoring or cover: an answer, not a gap. */
const noneIsAnAnswer = new Set(['none', 'no', '-'])

/** Read from firmware, where makers leave words of their own. */
const hardwareIds = new Set(['serial_number', 'asset_tag'])

export const placeholder: CleansingRule = {
  id: 'placeholder',
  title: 'Placeholders',
  description: 'Values such as “N/A”, “-” or “tbd” that only say that nobody filled the cell.',
  appliesTo: () => true,
  examine(subject) {
    const { attribute, raw } = subject
    const text = raw.trim()
    // The root of a file system, of a folder tree and of a repository is called so.
    if (text === '' || text === '/' || isMeant(attribute, text)) return null
    if (!isEmptyWord(text)) {
      if (!hardwareIds.has(attribute.name) || !isPlaceholderId(text)) return null
      return proposeClearing(subject, `“${text}” is what the maker left in, it identifies nothing.`)
    }
    if (attribute.name !== 'name') {
      return proposeClearing(subject, `“${text}” stands for “nobody knows”, it is not a value.`)
    }
    const reason = `“${text}” does not name anything. Give the asset a name of its own.`
    return { value: raw, proposed: null, fixable: false, reason }
  },
}

/** Every cell of an import comes by here: the cheap look at its shape spares most the others. */
function isEmptyWord(text: string): boolean {
  if (text.length > LONGEST_WORD || /\d/.test(text)) return false
  return isPlaceholder(text) || wider.test(text)
}

/** An enumeration may know the word (`unknown`, `tbd`): then it was chosen. */
function isMeant(attribute: CanonicalAttribute, text: string): boolean {
  const word = text.toLowerCase()
  if (attribute.type === 'enum') {
    return Boolean(attribute.enumValues?.includes(word) || vocabularyOf(attribute.name)?.has(word))
  }
  return attribute.group === 'resilience' && noneIsAnAnswer.has(word)
}
