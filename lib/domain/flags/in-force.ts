import { pathFor } from '@/lib/flags/decide'
import type { FlagValues } from '@/lib/flags/definitions'
import { type InForce, type ReadGroup, readPaths } from './schema'

interface Group {
  group: ReadGroup
  ofClients: boolean
  ofPlatform: boolean
}

/** The paths by which a group's reads go, each with who goes by it. */
export function pathsInForce(
  values: FlagValues,
  { group, ofClients, ofPlatform }: Group,
  clientIds: readonly string[],
): InForce[] {
  const ofEach = ofClients ? clientIds.map((id) => pathFor(values, group, id)) : []
  const ofSite = ofPlatform ? pathFor(values, group, null) : null
  return readPaths
    .map((path) => ({
      path,
      platform: ofSite === path,
      clients: ofEach.filter((one) => one === path).length,
    }))
    .filter(({ platform, clients }) => platform || clients > 0)
}
