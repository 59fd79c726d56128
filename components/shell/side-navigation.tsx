import { NavIcon } from './nav-icon'
import { NavLink } from './nav-link'
import type { NavigationItem, NavigationSection } from './shell-props'

function Item({ item }: { item: NavigationItem }) {
  return (
    <li>
      <NavLink
        href={item.href}
        exact={item.exact}
        also={item.also}
        title={item.label}
        className="group/item relative flex h-8 items-center gap-2.5 rounded-md px-2 font-medium text-base text-ink-muted hover:bg-hover hover:text-ink aria-[current]:bg-accent-soft aria-[current]:text-accent-text md:max-lg:h-12 md:max-lg:flex-col md:max-lg:justify-center md:max-lg:gap-0.5 md:max-lg:px-0 pointer-coarse:min-h-10"
      >
        <NavIcon icon={item.icon} />
        <span className="truncate md:max-lg:max-w-full md:max-lg:text-2xs">{item.label}</span>
        {item.count !== undefined && item.count > 0 && (
          <span className="tabular ml-auto rounded-full bg-hover px-1.5 text-ink-muted text-xs group-aria-[current]/item:bg-surface group-aria-[current]/item:text-accent-text md:max-lg:absolute md:max-lg:top-0 md:max-lg:right-0">
            {item.count.toLocaleString('en-US')}
          </span>
        )}
      </NavLink>
    </li>
  )
}

/** The sections as a list: a full one from 1024 px on, icons over small words from 768 px on. */
export function SideNavigation({ sections }: { sections: readonly NavigationSection[] }) {
  return (
    <nav aria-label="Main" className="flex flex-col gap-4 p-2 lg:p-3">
      {sections.map((section, index) => (
        <div key={section.label ?? `section-${index}`}>
          {section.label !== undefined && (
            <p className="mb-1 px-2 font-medium text-ink-faint text-xs md:max-lg:sr-only">
              {section.label}
            </p>
          )}
          <ul className="flex flex-col gap-0.5">
            {section.items.map((item) => (
              <Item key={item.href} item={item} />
            ))}
          </ul>
        </div>
      ))}
    </nav>
  )
}
