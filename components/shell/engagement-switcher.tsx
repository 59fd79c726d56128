import { Check, ChevronsUpDown } from 'lucide-react'
import { DropPanel } from './drop-panel'
import type { ShellAction, ShellMembership, ShellProps } from './shell-props'

interface Client {
  slug: string
  name: string
  engagements: ShellMembership[]
}

function byClient(memberships: readonly ShellMembership[]): Client[] {
  const clients = new Map<string, Client>()
  for (const membership of memberships) {
    const client = clients.get(membership.clientSlug)
    if (client === undefined) {
      clients.set(membership.clientSlug, {
        slug: membership.clientSlug,
        name: membership.clientName,
        engagements: [membership],
      })
    } else client.engagements.push(membership)
  }
  return [...clients.values()]
}

function Choice({
  membership,
  current,
  action,
}: {
  membership: ShellMembership
  current: boolean
  action: ShellAction
}) {
  return (
    <li>
      <form action={action}>
        <input type="hidden" name="client" value={membership.clientSlug} />
        <input type="hidden" name="engagement" value={membership.engagementSlug} />
        <button
          type="submit"
          aria-current={current ? 'true' : undefined}
          className="flex min-h-8 w-full items-center gap-2 rounded-md px-2 py-1 text-left hover:bg-hover focus-visible:-outline-offset-2 pointer-coarse:min-h-10"
        >
          <span className="min-w-0 flex-1 truncate">{membership.engagementName}</span>
          <span className="shrink-0 text-ink-faint text-xs capitalize">{membership.role}</span>
          <Check
            aria-hidden
            className={current ? 'size-4 shrink-0 text-accent-text' : 'invisible size-4 shrink-0'}
          />
        </button>
      </form>
    </li>
  )
}

/** Says which client and engagement the page is about, and leads to the others. */
export function EngagementSwitcher({
  memberships,
  current,
  action,
}: {
  memberships: readonly ShellMembership[]
  current: ShellProps['current']
  action: ShellAction
}) {
  const isCurrent = (membership: ShellMembership) =>
    membership.clientSlug === current?.clientSlug &&
    membership.engagementSlug === current.engagementSlug
  const chosen = memberships.find(isCurrent)
  return (
    <>
      <button
        type="button"
        popoverTarget="engagement-switcher"
        aria-label={
          chosen === undefined
            ? 'Choose an engagement'
            : `${chosen.clientName}, ${chosen.engagementName}: switch engagement`
        }
        className="flex h-8 min-w-0 items-center gap-1.5 rounded-md px-2 hover:bg-hover pointer-coarse:h-10"
      >
        {chosen === undefined ? (
          <span className="truncate text-ink-muted">Choose an engagement</span>
        ) : (
          <>
            <span className="min-w-0 truncate text-ink-muted max-sm:hidden">
              {chosen.clientName}
            </span>
            <span aria-hidden className="text-ink-faint max-sm:hidden">
              /
            </span>
            <span className="min-w-0 truncate font-medium">{chosen.engagementName}</span>
          </>
        )}
        <ChevronsUpDown aria-hidden className="size-3.5 shrink-0 text-ink-faint" />
      </button>
      <DropPanel
        id="engagement-switcher"
        label="Clients and engagements"
        className="top-12 left-2 w-80 max-w-[calc(100vw-1rem)] md:left-3 lg:left-56"
      >
        {memberships.length === 0 && (
          <p className="p-4 text-ink-muted">
            You are not a member of an engagement yet. An administrator can add you to one.
          </p>
        )}
        {byClient(memberships).map((client) => (
          <div key={client.slug} className="border-b p-1.5 last:border-b-0">
            <p className="truncate px-2 py-1 font-medium text-ink-faint text-xs">{client.name}</p>
            <ul>
              {client.engagements.map((membership) => (
                <Choice
                  key={membership.engagementSlug}
                  membership={membership}
                  current={isCurrent(membership)}
                  action={action}
                />
              ))}
            </ul>
          </div>
        ))}
      </DropPanel>
    </>
  )
}
