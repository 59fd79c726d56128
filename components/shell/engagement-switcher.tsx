import { ChevronsUpDown } from 'lucide-react'
import { DropPanel } from './drop-panel'
import { EngagementList } from './engagement-list'
import type { ShellAction, ShellMembership, ShellProps } from './shell-props'

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
        <EngagementList memberships={memberships} current={current} action={action} />
      </DropPanel>
    </>
  )
}
