import type { InForce } from '@/lib/domain/flags/schema'
import { counted } from '../../_components/figures'
import { PathBadge } from '../../_components/path-badge'

/** The paths in force, each with who goes by it. */
export function InForceList({ inForce }: { inForce: readonly InForce[] }) {
  return (
    <ul className="flex flex-wrap gap-x-3 gap-y-1">
      {inForce.map(({ path, platform, clients }) => (
        <li key={path} className="flex items-center gap-1.5 text-sm">
          <PathBadge path={path} />
          <span className="text-ink-muted">{audience(platform, clients)}</span>
        </li>
      ))}
    </ul>
  )
}

function audience(platform: boolean, clients: number): string {
  const parts = [platform ? 'everybody' : '', clients > 0 ? counted(clients, 'client') : '']
  return parts.filter((part) => part !== '').join(', ')
}
