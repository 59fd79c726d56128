import type { CanonicalAttribute } from '@/lib/domain/mapping/schema'
import { malformedAddress, unusableAddress } from './rules/addresses'
import { conflictingAmounts } from './rules/contradictions'
import { futureDate, zeroDate } from './rules/dates'
import { duplicateName } from './rules/duplicate-name'
import { malformedIdentifier } from './rules/identifiers'
import { placeholder } from './rules/placeholder'
import type { CleansingRule, Finding, RuleContext, SetRule, Subject } from './rules/rule'
import { impossibleSize } from './rules/sizes'
import { strayBlanks } from './rules/stray-blanks'
import { unlikelyUnit } from './rules/units'

/** Rules over one value, in the order in which a person should look at their findings. */
export const cleansingRules: readonly CleansingRule[] = [
  placeholder,
  malformedAddress,
  unusableAddress,
  malformedIdentifier,
  impossibleSize,
  unlikelyUnit,
  conflictingAmounts,
  futureDate,
  zeroDate,
  strayBlanks,
]

/** Rules over all assets of an engagement. */
export const cleansingSetRules: readonly SetRule[] = [duplicateName]

const rulesByAttribute = new Map<string, readonly CleansingRule[]>()

function rulesFor(attribute: CanonicalAttribute): readonly CleansingRule[] {
  const known = rulesByAttribute.get(attribute.name)
  if (known) return known
  const rules = cleansingRules.filter((rule) => rule.appliesTo(attribute))
  rulesByAttribute.set(attribute.name, rules)
  return rules
}

/** Whether what is doubtful about an attribute's value depends on other values of its row. */
export function dependsOnRow(attribute: CanonicalAttribute): boolean {
  return rulesFor(attribute).some((rule) => rule.looksAtRow)
}

/**
 * Everything doubtful about one value. A placeholder is nothing else besides, and blanks are not
 * worth saying of a value that should go.
 */
export function examineValue(
  subject: Subject,
  context: RuleContext,
): { rule: CleansingRule; finding: Finding }[] {
  const findings: { rule: CleansingRule; finding: Finding }[] = []
  for (const rule of rulesFor(subject.attribute)) {
    if (rule === strayBlanks && findings.length > 0) break
    const finding = rule.examine(subject, context)
    if (finding === null) continue
    findings.push({ rule, finding })
    if (rule === placeholder) break
  }
  return findings
}

/** Title and description of a rule of either kind; undefined for an id that no rule has. */
export function ruleById(
  id: string,
): Pick<CleansingRule, 'id' | 'title' | 'description'> | undefined {
  return [...cleansingRules, ...cleansingSetRules].find((rule) => rule.id === id)
}
