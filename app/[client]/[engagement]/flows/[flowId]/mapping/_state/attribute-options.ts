import { hasWords } from '@/lib/base/has-words'
import type { AttributeChoice, MappingView } from '@/lib/domain/mapping/page/schema'

/** One thing that a column can be mapped to; without a value it is left out. */
export interface AttributeOption {
  value: string | null
  label: string
  /** Above the first option of a group. */
  group: string
  /** From 0 to 1, where it was suggested. */
  confidence: number | null
  description: string
}

/**
 * What a column can be mapped to: what was suggested first, then everything by group.
 * @param search words that an option must have in its name, group or description
 */
export function attributeOptions(
  mapping: Pick<MappingView, 'attribute' | 'confidence' | 'alternatives'>,
  attributes: readonly AttributeChoice[],
  search: string,
): AttributeOption[] {
  const optionOf = ({ name, label, unit, description, group }: AttributeChoice) => ({
    value: name,
    label: unit === null || label.includes(unit) ? label : `${label} (${unit})`,
    group: group.charAt(0).toUpperCase() + group.slice(1),
    confidence: null,
    description,
  })
  const { attribute, confidence, alternatives } = mapping
  const own = attribute === null ? [] : [{ attribute, confidence }]
  const suggested = [...own, ...alternatives].flatMap((one) => {
    const choice = attributes.find(({ name }) => name === one.attribute)
    return choice ? [{ ...optionOf(choice), group: 'Suggested', confidence: one.confidence }] : []
  })
  const known = new Set(suggested.map(({ value }) => value))
  const options: AttributeOption[] = [
    ...suggested,
    {
      value: null,
      label: 'Left out',
      group: 'No attribute',
      confidence: null,
      description: leftOut,
    },
    ...attributes.filter(({ name }) => !known.has(name)).map(optionOf),
  ]
  return options.filter(({ value, label, group, description }) =>
    hasWords([value, label, group, description].join('\n'), search),
  )
}

const leftOut = 'Its values stay with the import and are not part of the inventory'
