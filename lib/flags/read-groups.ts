/** Reads that are moved from path to path together. Each read of a domain belongs to one of them. */
export const readGroups = [
  'user-context',
  'directory',
  'people',
  'flow',
  'field-mappings',
  'inventory',
  'statistics',
  'import-result',
  'mapping-result',
  'classification',
] as const

export type ReadGroup = (typeof readGroups)[number]

/** The paths that the cache offers, from the safest to obey to the one that asks most of Redis. */
export const readPaths = ['off', 'legacy', 'shadow', 'redis'] as const

export type ReadPath = (typeof readPaths)[number]
