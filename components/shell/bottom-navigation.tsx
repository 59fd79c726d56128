import { NavIcon } from './nav-icon'
import { NavLink } from './nav-link'
import type { NavigationSection } from './shell-props'

/** The first section at the foot of a phone, within reach of a thumb, and a way into each other. */
export function BottomNavigation({ sections }: { sections: readonly NavigationSection[] }) {
  const [first, ...further] = sections
  const entries = further.flatMap(({ entry }) => entry ?? [])
  const items = [...(first?.items ?? []), ...entries]
  return (
    <nav
      aria-label="Main"
      data-chrome
      className="fixed inset-x-0 bottom-0 z-30 border-t bg-surface pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      <ul className="mx-auto grid max-w-lg auto-cols-fr grid-flow-col">
        {items.map((item) => (
          <li key={item.href} className="min-w-0">
            <NavLink
              href={item.href}
              exact={item.exact}
              also={item.also}
              className="relative flex h-14 flex-col items-center justify-center gap-0.5 text-2xs text-ink-muted focus-visible:-outline-offset-2 aria-[current]:font-medium aria-[current]:text-accent-text [&_svg]:size-5"
            >
              <NavIcon icon={item.icon} />
              <span className="max-w-full truncate px-0.5">{item.label}</span>
              {item.count !== undefined && item.count > 0 && (
                <span className="tabular absolute top-1 left-1/2 ml-2 rounded-full bg-accent px-1 text-2xs text-accent-ink leading-4">
                  {item.count > 99 ? '99+' : item.count}
                </span>
              )}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}
