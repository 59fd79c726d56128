import { BottomNavigation } from './bottom-navigation'
import type { ShellProps } from './shell-props'
import { SideNavigation } from './side-navigation'
import { SkipLink } from './skip-link'
import { TopBar } from './top-bar'

/**
 * The frame of every signed-in page: top bar, navigation, the page itself. It knows nothing of the
 * database; the route's layout gives it the person, the memberships and two server actions.
 */
export function AppShell({ children, ...props }: ShellProps) {
  return (
    <div className="min-h-dvh">
      <SkipLink />
      <TopBar {...props} />
      <div className="md:grid md:min-h-[calc(100dvh-3rem)] md:grid-cols-[5rem_minmax(0,1fr)] lg:grid-cols-[13rem_minmax(0,1fr)] print:block">
        <div data-chrome className="border-r bg-surface max-md:hidden">
          <div className="sticky top-12 max-h-[calc(100dvh-3rem)] overflow-y-auto">
            <SideNavigation sections={props.navigation} />
          </div>
        </div>
        <main
          id="main"
          tabIndex={-1}
          className="min-w-0 px-4 pt-5 pb-24 outline-none md:px-6 md:pb-12 lg:px-8 print:p-0"
        >
          <div className="mx-auto max-w-[90rem]">{children}</div>
        </main>
      </div>
      <BottomNavigation sections={props.navigation} />
    </div>
  )
}
