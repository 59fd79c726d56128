import { Card, CardHeader } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import { groupWords, type ReadPath, readGroups } from '@/lib/domain/flags/schema'
import type { FlagConsole } from '@/lib/server/flag-console/flag-console'
import { PathBadge } from '../../_components/path-badge'

/** The client accounts for which something of their own is said; it goes before every rule. */
export function OwnPaths({ console: { values, clients, writing } }: { console: FlagConsole }) {
  const own = values['cache-path'].clients
  const lines = clients.flatMap(({ id, name }) => {
    const said = own[id]
    if (!said) return []
    const all = said.path ? [{ group: 'all', label: 'All groups', path: said.path }] : []
    const single = readGroups.flatMap((group) => {
      const path = said.groups[group]
      return path ? [{ group, label: groupWords[group].label, path }] : []
    })
    return [{ id, name, paths: [...all, ...single] }]
  })
  if (lines.length === 0) return null
  return (
    <Card aria-label="Clients with paths of their own" className="mb-6">
      <CardHeader
        title="Clients with paths of their own"
        description="What is said here goes before the rules and shares of all groups."
      />
      <ul>
        {lines.map(({ id, name, paths }) => (
          <li key={id} className="border-b px-4 py-2.5 last:border-b-0">
            <ul className="flex flex-col gap-1.5">
              {paths.map(({ group, label, path }) => (
                <OwnPath
                  key={group}
                  {...{ name, label, path }}
                  href={writing === 'possible' ? removal(id, group) : null}
                />
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function removal(clientId: string, group: string): string {
  const edit = new URLSearchParams({ kind: 'client', clientId, group, path: 'inherit' })
  return `/admin/flags/change?${edit}`
}

function OwnPath({
  name,
  label,
  path,
  href,
}: {
  name: string
  label: string
  path: ReadPath
  href: string | null
}) {
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <span className="min-w-0 flex-1 basis-40 break-words font-medium">{name}</span>
      <span className="text-ink-muted text-sm">{label}</span>
      <PathBadge path={path} />
      {href !== null && (
        <LinkButton size="sm" variant="quiet" href={href}>
          Remove
          <span className="sr-only">
            {' '}
            the path of {name}, {label}
          </span>
        </LinkButton>
      )}
    </li>
  )
}
