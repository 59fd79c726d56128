import * as z from 'zod'
import { type ReadGroup, type ReadPath, readGroups, readPaths } from '@/lib/flags/read-groups'

export type { ReadGroup, ReadPath }
export { readGroups, readPaths }

/** What an administrator is shown of a group of reads. */
export const groupWords: Record<ReadGroup, { label: string; about: string }> = {
  'user-context': { label: 'Who is signed in', about: 'Read by every page and every request.' },
  directory: { label: 'Clients and engagements', about: 'Names and addresses, and the switcher.' },
  people: { label: 'People', about: 'The administrators’ lists of people and requests.' },
  flow: { label: 'Imports and flows', about: 'Where each import stands, and the list of them.' },
  'field-mappings': { label: 'Field mappings', about: 'The columns of a file and what they are.' },
  inventory: {
    label: 'Inventory',
    about: 'Assets, their list and what was found wrong with them.',
  },
  statistics: { label: 'Statistics', about: 'The dashboard’s figures and the counts of issues.' },
  'import-result': { label: 'Results of imports', about: 'What became of one import’s rows.' },
  'mapping-result': { label: 'Results of mapping', about: 'How many columns were recognised.' },
  classification: { label: 'Classification', about: 'The values that lists are filtered by.' },
}

export const pathWords: Record<ReadPath, { label: string; about: string }> = {
  off: { label: 'Off', about: 'Every read asks the database.' },
  legacy: { label: 'Legacy', about: 'As the old system: a memory per process, true for its time.' },
  shadow: { label: 'Shadow', about: 'Serves legacy and compares a sample with Redis.' },
  redis: { label: 'Redis', about: 'Shared by all processes, never older than the last change.' },
}

const path = z.enum(readPaths)
const pathOrInherited = z.enum(['inherit', ...readPaths])

/** One change of what one flag says, as a form or an address says it. */
export const flagEdit = z.discriminatedUnion('kind', [
  z
    .object({
      kind: z.literal('rule'),
      group: z.enum(['default', ...readGroups]),
      path: pathOrInherited,
      /** The share of client accounts that takes the path `to`. */
      percent: z.coerce.number('Enter a number from 0 to 100.').min(0).max(100).default(0),
      to: path.optional(),
    })
    .refine((rule) => rule.group !== 'default' || rule.path !== 'inherit', {
      path: ['path'],
      message: 'Choose a path: there is nothing to follow.',
    })
    .refine((rule) => rule.path !== 'inherit' || rule.percent === 0, {
      path: ['path'],
      message: 'Choose a path for those who are not in the share.',
    })
    .refine((rule) => rule.percent === 0 || rule.to !== undefined, {
      path: ['to'],
      message: 'Choose the path that this share takes.',
    }),
  z.object({
    kind: z.literal('client'),
    clientId: z.uuid(),
    group: z.enum(['all', ...readGroups]),
    path: pathOrInherited,
  }),
  z.object({
    kind: z.literal('switch'),
    key: z.enum(['cache-enabled', 'http-validators', 'live-updates']),
    /** Absent: for everybody. The kill switch is for everybody. */
    clientId: z.uuid().optional(),
    on: z.enum(['inherit', 'on', 'off']),
  }),
])
export type FlagEdit = z.infer<typeof flagEdit>

const reason = z
  .string()
  .trim()
  .min(3, 'Say in a few words why.')
  .max(300, 'Enter at most 300 characters.')

const seenAndWhy = z.object({
  /** The digest of the values that the administrator saw. */
  expectedDigest: z.string().min(1),
  reason,
})

export const editFlagsInput = flagEdit.and(seenAndWhy)
export type EditFlagsInput = z.infer<typeof editFlagsInput>

export const changeFlagsInput = seenAndWhy.extend({ next: z.unknown() })
export type ChangeFlagsInput = z.infer<typeof changeFlagsInput>

/** Back to what held before a change, or to what it made. */
export const restoreFlagsInput = seenAndWhy.extend({
  changeId: z.uuid(),
  state: z.enum(['before', 'after']),
})
export type RestoreFlagsInput = z.infer<typeof restoreFlagsInput>

/** Whose cached values are no longer to be used: a client account's by its id, or wider. */
export const purgeInput = z.object({
  what: z.union([z.enum(['everything', 'platform']), z.uuid()], 'Choose what to purge.'),
  reason,
})
export type PurgeInput = z.infer<typeof purgeInput>

export interface PurgedCache {
  /** How many client accounts, and the platform as one. */
  namespaces: number
}

export interface ChangedFlags {
  /** Of the values that hold now. */
  digest: string
}

/** A change of the flags as it was written down; times are ISO text. */
export interface FlagChange {
  id: string
  at: string
  /** Null for somebody who is no longer known. */
  by: string | null
  reason: string
  /** As they stood in the store. */
  before: unknown
  after: unknown
}

/** One thing that the flags say, in words. */
export interface Setting {
  key: string
  label: string
  value: string
}

/** What became of one setting; null where it is not said. */
export interface SettingChange {
  key: string
  label: string
  before: string | null
  after: string | null
}

/** Who takes another path after a change. */
export interface Move {
  group: ReadGroup
  from: ReadPath
  to: ReadPath
  /** The platform's own reads, which belong to no client account. */
  platform: boolean
  /** Names of the client accounts. */
  clients: string[]
}

/** What the reads of a path did, over the reads that are looked at. */
export interface PathEvidence {
  path: ReadPath
  reads: number
  /** Share of the reads that the cache answered, from 0 to 1. */
  hitRatio: number
  /** Milliseconds that this share of the reads stayed below. */
  p50: number
  p95: number
}

/** What shadow mode found where it compared the two paths. */
export interface ShadowEvidence {
  compared: number
  /** How often each path gave a value that was no longer true. */
  staleLegacy: number
  staleRedis: number
}

export interface Evidence {
  paths: PathEvidence[]
  shadow: ShadowEvidence
}

export interface GroupEvidence extends Evidence {
  group: ReadGroup
  /** By the name of each read of the group. */
  reads: (Evidence & { name: string })[]
  /** Whether its reads belong to client accounts, to the platform, or to both. */
  ofClients: boolean
  ofPlatform: boolean
}

/** How many processes obey what, of those that were asked for pages in the last minute. */
export interface Propagation {
  processes: number
  /** Those that obey what stands in the store. */
  current: number
  /** Those that cannot read the store: they go on with what they last read, or with safe defaults. */
  onLastGood: number
  onSafeDefaults: number
}

/** By which path a group's reads go at present, and for how many client accounts. */
export interface InForce {
  path: ReadPath
  platform: boolean
  clients: number
}
