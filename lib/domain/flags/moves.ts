import { pathFor } from '@/lib/flags/decide'
import type { FlagValues } from '@/lib/flags/definitions'
import type { Move, ReadGroup, ReadPath } from './schema'

interface Client {
  id: string
  name: string
}

/** A group and whose reads it has. */
interface Group {
  group: ReadGroup
  ofClients: boolean
  ofPlatform: boolean
}

/** Who takes another path when the flags change, group by group and from where to where. */
export function movesBetween(
  before: FlagValues,
  after: FlagValues,
  groups: readonly Group[],
  clients: readonly Client[],
): Move[] {
  return groups.flatMap(({ group, ofClients, ofPlatform }) => {
    const moves = new Map<string, Move>()
    const place = (clientId: string | null): Move | null => {
      const from = pathFor(before, group, clientId)
      const to = pathFor(after, group, clientId)
      if (from === to) return null
      const known = moves.get(`${from} ${to}`) ?? newMove(group, from, to)
      moves.set(`${from} ${to}`, known)
      return known
    }
    if (ofPlatform) {
      const move = place(null)
      if (move) move.platform = true
    }
    if (ofClients) for (const { id, name } of clients) place(id)?.clients.push(name)
    return [...moves.values()]
  })
}

function newMove(group: ReadGroup, from: ReadPath, to: ReadPath): Move {
  return { group, from, to, platform: false, clients: [] }
}
