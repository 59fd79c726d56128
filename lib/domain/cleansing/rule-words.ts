import { ruleById } from './rules'

interface RuleWords {
  title: string
  description: string
}

/** What the inventory finds by itself when it puts assets together. */
const inventoryRules = new Map<string, RuleWords>([
  [
    'unreadable_value',
    {
      title: 'Unreadable values',
      description: 'Cells that could not be read as what their column means; they were left out.',
    },
  ],
  [
    'missing_attribute',
    {
      title: 'Missing attributes',
      description: 'What an asset of its type needs and no source says.',
    },
  ],
  [
    'nic_count_differs',
    {
      title: 'Network cards that do not add up',
      description: 'The number of network cards that an asset reports is not the number listed.',
    },
  ],
])

/** A rule in words, whoever applies it. */
export function ruleWords(rule: string): RuleWords {
  const known = ruleById(rule) ?? inventoryRules.get(rule)
  if (known) return { title: known.title, description: known.description }
  return { title: rule.replaceAll(/[_-]/g, ' '), description: '' }
}
