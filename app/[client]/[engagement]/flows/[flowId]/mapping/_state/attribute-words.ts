import type { AttributeChoice } from '@/lib/domain/mapping/page/schema'

/** What an attribute is called; a column without one is left out. */
export function attributeWords(
  attributes: readonly AttributeChoice[],
  name: string | null,
): string {
  if (name === null) return 'Left out'
  return attributes.find((attribute) => attribute.name === name)?.label ?? name
}
