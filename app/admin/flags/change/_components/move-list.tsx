import { ArrowRight } from 'lucide-react'
import { Card, CardHeader } from '@/components/ui/card'
import { groupWords, type Move } from '@/lib/domain/flags/schema'
import { counted } from '../../../_components/figures'
import { PathBadge } from '../../../_components/path-badge'

/** So many names are read at a glance; the others open at a press. */
const atAGlance = 12

/** Who would read by another path, group by group, by name and number. */
export function MoveList({ moves, clients }: { moves: readonly Move[]; clients: number }) {
  return (
    <Card aria-label="Who is concerned">
      <CardHeader
        title="Who is concerned"
        description={
          moves.length === 0
            ? 'Nobody reads by another path than before.'
            : 'They read by another path from their next click on. Nobody is signed out, nothing is lost.'
        }
      />
      <ul>
        {together(moves).map(({ groups, move }) => (
          <li
            key={`${move.group} ${move.from} ${move.to}`}
            className="flex flex-wrap items-start gap-x-4 gap-y-1.5 border-b px-4 py-3 last:border-b-0"
          >
            <span className="min-w-0 flex-1 basis-64">
              <span className="block font-medium">
                {groups.map((group) => groupWords[group].label).join(', ')}
              </span>
              <Audience move={move} clients={clients} />
            </span>
            <span className="flex items-center gap-1.5">
              <PathBadge path={move.from} />
              <ArrowRight role="img" aria-label="becomes" className="size-4 text-ink-muted" />
              <PathBadge path={move.to} />
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** Groups that move alike for the same people are one line. */
function together(moves: readonly Move[]): { groups: Move['group'][]; move: Move }[] {
  const alike = new Map<string, { groups: Move['group'][]; move: Move }>()
  for (const move of moves) {
    const { group, ...rest } = move
    const key = JSON.stringify(rest)
    const known = alike.get(key) ?? { groups: [], move }
    known.groups.push(group)
    alike.set(key, known)
  }
  return [...alike.values()]
}

function Audience({ move, clients }: { move: Move; clients: number }) {
  const names = move.clients
  const shown = names.slice(0, atAGlance)
  const others = names.slice(atAGlance)
  return (
    <span className="block break-words text-ink-muted text-sm">
      {move.platform && 'Everybody who is signed in. '}
      {names.length > 0 && (
        <>
          {names.length} of {counted(clients, 'client account')}: {shown.join(', ')}
        </>
      )}
      {others.length > 0 && (
        <details className="inline">
          <summary className="inline cursor-pointer rounded-sm text-accent-text">
            {' '}
            and {others.length} more
          </summary>
          , {others.join(', ')}
        </details>
      )}
    </span>
  )
}
