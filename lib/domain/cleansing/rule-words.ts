import { ruleById } from './rules'

interface RuleWords {
  title: string
  description: string
}

/** What the import finds while it reads a file, and the inventory while it puts assets together. */
const otherRules = new Map<string, RuleWords>([
  [
    'doubtful_text',
    {
      title: 'Doubtful text',
      description: 'Cells with bytes that do not fit the encoding of the file, or a stray quote.',
    },
  ],
  [
    'extra_cells',
    {
      title: 'More values than columns',
      description: 'Rows that are longer than the header; what goes beyond it has no meaning.',
    },
  ],
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
  const known = ruleById(rule) ?? otherRules.get(rule)
  if (known) return { title: known.title, description: known.description }
  return { title: rule.replaceAll(/[_-]/g, ' '), description: '' }
}
