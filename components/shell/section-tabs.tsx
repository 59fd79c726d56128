import { NavLink } from './nav-link'
import type { NavigationSection } from './shell-props'

/** The pages of a section side by side, for screens without the navigation at the side. */
export function SectionTabs({ section }: { section: NavigationSection }) {
  return (
    <nav
      aria-label={section.label}
      data-chrome
      className="-mx-4 -mt-5 mb-4 overflow-x-auto border-b px-2 md:hidden"
    >
      <ul className="flex w-max">
        {section.items.map(({ href, label }) => (
          <li key={href}>
            <NavLink
              href={href}
              className="flex h-11 items-center border-transparent border-b-2 px-3 text-ink-muted text-sm focus-visible:-outline-offset-2 aria-[current]:border-accent-text aria-[current]:font-medium aria-[current]:text-accent-text"
            >
              {label}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}
