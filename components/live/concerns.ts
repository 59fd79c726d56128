import { namespaceOf, type Tag } from '@/lib/base/tag'

/** Which changes concern something that is shown. */
export interface Concerns {
  /** Whether it is made of one of the tags, or of a whole namespace that was announced. */
  meets(tags: readonly string[]): boolean
}

/** Of what nobody knows the facts. */
export const anything: Concerns = { meets: () => true }

/** @param own the tags of what is shown */
export function concernsOf(own: readonly string[]): Concerns {
  const all = new Set(own)
  // A purge announces a namespace alone, whose name every tag begins with.
  for (const tag of own) all.add(namespaceOf(tag as Tag))
  return { meets: (tags) => tags.some((tag) => all.has(tag)) }
}
