import * as z from 'zod'
import { readGroups, readPaths } from './read-groups'

const path = z.enum(readPaths)
const group = z.enum(readGroups)
const clientId = z.uuid()

/** A path; a share of the client accounts takes another one. */
const pathRule = z.strictObject({
  path,
  rollout: z.strictObject({ path, percent: z.number().min(0).max(100) }).optional(),
})

const clientPaths = z.strictObject({
  path: path.optional(),
  groups: z.partialRecord(group, path).default({}),
})

const clientSwitch = z.strictObject({
  default: z.boolean(),
  clients: z.record(clientId, z.boolean()).default({}),
})

const cachePath = z.strictObject({
  default: pathRule,
  groups: z.partialRecord(group, pathRule).default({}),
  clients: z.record(clientId, clientPaths).default({}),
})

export type PathRule = z.output<typeof pathRule>

/** What the flags say, checked and complete. */
export interface FlagValues {
  'cache-path': z.output<typeof cachePath>
  /** Null when nobody says: neither "on" nor the order to stop everything. */
  'cache-enabled': boolean | null
  'http-validators': z.output<typeof clientSwitch>
  'live-updates': z.output<typeof clientSwitch>
}

/** As they may be written: what has a default may be left out. */
export interface FlagsAsWritten {
  'cache-path': z.input<typeof cachePath>
  'cache-enabled': boolean
  'http-validators': z.input<typeof clientSwitch>
  'live-updates': z.input<typeof clientSwitch>
}

export type FlagKey = keyof FlagValues

interface FlagDefinition<Value> {
  /** What may be written; what has a default may be left out. */
  schema: z.ZodType<NonNullable<Value>>
  /** What holds where the flag is missing or malformed; it turns nothing on. */
  safeDefault: Value
  owner: string
  description: string
  /** The day by which the flag is to be gone, and with it what it chooses between. */
  removal: string
}

const offForAll = { default: false, clients: {} }

/** Every flag there is. They stand together under one item of the Edge Config. */
export const flagDefinitions: { readonly [Key in FlagKey]: FlagDefinition<FlagValues[Key]> } = {
  'cache-path': {
    schema: cachePath,
    // Who may do what is never looked up in what may be old because nobody said so.
    safeDefault: {
      default: { path: 'legacy' },
      groups: { 'user-context': { path: 'off' } },
      clients: {},
    },
    owner: 'platform',
    description: 'By which path each group of reads goes, per client account and share of them.',
    removal: '2027-06-30',
  },
  'cache-enabled': {
    schema: z.boolean(),
    safeDefault: null,
    owner: 'platform',
    description: 'The kill switch: false makes every read go to the database, at once.',
    removal: '2027-12-31',
  },
  'http-validators': {
    schema: clientSwitch,
    safeDefault: offForAll,
    owner: 'platform',
    description: 'Whether answers carry validators, so that a browser asks instead of guessing.',
    removal: '2027-06-30',
  },
  'live-updates': {
    schema: clientSwitch,
    safeDefault: offForAll,
    owner: 'platform',
    description: 'Whether open pages hear of changes and show them by themselves.',
    removal: '2027-06-30',
  },
}

export const flagKeys = Object.keys(flagDefinitions) as FlagKey[]
