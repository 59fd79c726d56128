import { LogOut } from 'lucide-react'
import { initialsOf } from '@/components/ui/initials'
import { DropPanel } from './drop-panel'
import { NavIcon } from './nav-icon'
import { NavLink } from './nav-link'
import type { NavigationSection, ShellAction, ShellUser } from './shell-props'
import { ThemeSwitcher } from './theme-switcher'

const lineStyle =
  'flex min-h-8 w-full items-center gap-2.5 rounded-md px-2 text-left hover:bg-hover focus-visible:-outline-offset-2 pointer-coarse:min-h-10'

/** Who is signed in, the theme, and the way out. On phones the further sections are here too. */
export function UserMenu({
  user,
  furtherSections,
  signOutAction,
}: {
  user: ShellUser
  furtherSections: readonly NavigationSection[]
  signOutAction: ShellAction
}) {
  return (
    <>
      <button
        type="button"
        popoverTarget="user-menu"
        aria-label={`Account of ${user.name}`}
        className="grid size-8 shrink-0 place-items-center rounded-full border border-accent-line bg-accent-soft font-semibold text-2xs text-accent-text hover:border-accent-text pointer-coarse:size-10"
      >
        {initialsOf(user.name)}
      </button>
      <DropPanel id="user-menu" label="Account" className="top-12 right-2 w-64">
        <div className="border-b px-3.5 py-2.5">
          <p className="truncate font-medium">{user.name}</p>
          <p className="truncate text-ink-muted text-sm">{user.email}</p>
          {user.isAdmin && <p className="mt-0.5 text-ink-faint text-xs">Platform administrator</p>}
        </div>
        {furtherSections.map((section) => (
          <ul key={section.label} className="border-b p-1.5 md:hidden">
            {section.items.map((item) => (
              <li key={item.href}>
                <NavLink href={item.href} exact={item.exact} className={lineStyle}>
                  <NavIcon icon={item.icon} />
                  {item.label}
                </NavLink>
              </li>
            ))}
          </ul>
        ))}
        <div className="flex items-center justify-between gap-2 border-b px-3.5 py-2">
          <span aria-hidden className="text-ink-muted">
            Theme
          </span>
          <ThemeSwitcher />
        </div>
        <form action={signOutAction} className="p-1.5">
          <button type="submit" className={lineStyle}>
            <LogOut aria-hidden className="size-4 text-ink-muted" />
            Sign out
          </button>
        </form>
      </DropPanel>
    </>
  )
}
