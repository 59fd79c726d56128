import { type GroupEvidence, groupWords, type Move } from './schema'

/** What speaks against moves, in sentences; none when nothing is known that does. */
export function warningsOf(
  moves: readonly Move[],
  evidence: readonly Pick<GroupEvidence, 'group' | 'shadow'>[],
): string[] {
  const toLegacy = moves.some(
    ({ group, to }) => group === 'user-context' && (to === 'legacy' || to === 'shadow'),
  )
  const toRedis = new Set(moves.filter(({ to }) => to === 'redis').map(({ group }) => group))
  const found = evidence.filter(({ group }) => toRedis.has(group))
  const stale = found.filter(({ shadow }) => shadow.staleRedis > 0)
  const unseen = found.filter(({ shadow }) => shadow.compared === 0)
  return [
    ...(toLegacy ? [lingering] : []),
    ...stale.map(
      ({ group, shadow: { staleRedis, compared } }) =>
        `${groupWords[group].label}: Redis was stale in ${staleRedis} of ${compared} reads that were compared. That is a defect; find it before more clients move.`,
    ),
    ...(unseen.length > 0
      ? [
          `Not compared in the last day: ${unseen.map(({ group }) => groupWords[group].label).join(', ')}. On shadow they would be.`,
        ]
      : []),
  ]
}

const lingering =
  'On this path a role that was taken away, or a session that was ended, may go on for up to an hour on other processes.'
