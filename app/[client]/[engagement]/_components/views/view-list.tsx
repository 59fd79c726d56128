import { Check } from 'lucide-react'
import Link from 'next/link'
import type { ViewItem } from './view-item'

interface ViewListProps {
  /** The list without any filter. */
  all: { href: string; name: string }
  views: readonly ViewItem[]
  currentId: string | null
}

/** Every view that somebody may choose; their own apart from those that all are shown. */
export function ViewList({ all, views, currentId }: ViewListProps) {
  return (
    <nav aria-label="Views of this list" className="p-1.5">
      <ul>
        <Entry {...all} isCurrent={currentId === null} />
      </ul>
      <Group label="Yours" views={views.filter(({ shared }) => !shared)} currentId={currentId} />
      <Group
        label="Shared with everybody here"
        views={views.filter(({ shared }) => shared)}
        currentId={currentId}
      />
    </nav>
  )
}

function Group({
  label,
  views,
  currentId,
}: Pick<ViewListProps, 'views' | 'currentId'> & { label: string }) {
  if (views.length === 0) return null
  return (
    <>
      <p className="px-2 pt-2 pb-1 font-medium text-ink-faint text-xs">{label}</p>
      <ul aria-label={label}>
        {views.map(({ id, name, href, mine, ownerName }) => (
          <Entry
            key={id}
            name={name}
            href={href}
            by={mine ? undefined : ownerName}
            isCurrent={id === currentId}
          />
        ))}
      </ul>
    </>
  )
}

interface EntryProps {
  name: string
  href: string
  by?: string
  isCurrent: boolean
}

function Entry({ name, href, by, isCurrent }: EntryProps) {
  return (
    <li>
      <Link
        href={href}
        scroll={false}
        prefetch={false}
        aria-current={isCurrent ? 'true' : undefined}
        className="flex min-h-8 items-center gap-2 rounded-md px-2 py-1 hover:bg-hover focus-visible:-outline-offset-2 pointer-coarse:min-h-10"
      >
        <span className="min-w-0 flex-1 truncate">{name}</span>
        {by !== undefined && (
          <span className="max-w-28 shrink-0 truncate text-ink-faint text-xs">{by}</span>
        )}
        <Check
          aria-hidden
          className={isCurrent ? 'size-4 shrink-0 text-accent-text' : 'invisible size-4 shrink-0'}
        />
      </Link>
    </li>
  )
}
