import * as cleansing from '@/lib/domain/cleansing/reads'
import * as flows from '@/lib/domain/flows/reads'
import * as imports from '@/lib/domain/imports/reads'
import * as inventory from '@/lib/domain/inventory/reads'
import * as mapping from '@/lib/domain/mapping/reads'
import * as tenancy from '@/lib/domain/tenancy/reads'
import * as users from '@/lib/domain/users/reads'
import * as views from '@/lib/domain/views/reads'
import type { GroupedRead } from './evidence'
import { readGroups } from './schema'

const domains = [cleansing, flows, imports, inventory, mapping, tenancy, users, views]

interface Declared {
  name: string
  caching?: { group?: string; clientOf?: unknown }
}

function isRead(exported: unknown): exported is Declared {
  return typeof exported === 'object' && exported !== null && 'load' in exported
}

/** Every read whose path the flags choose. */
export const groupedReads: readonly GroupedRead[] = domains
  .flatMap((domain) => Object.values<unknown>(domain))
  .filter(isRead)
  .flatMap(({ name, caching }) => {
    const group = readGroups.find((one) => one === caching?.group)
    return group ? [{ name, group, ofClient: caching?.clientOf !== undefined }] : []
  })
