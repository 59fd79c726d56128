import Link from 'next/link'
import { LiveBadge } from '@/components/live/live-badge'
import { CommandCenter } from '@/components/palette/command-center'
import { BrandMark } from '@/components/ui/brand-mark'
import { EngagementSwitcher } from './engagement-switcher'
import { SectionCrumb } from './section-crumb'
import type { ShellProps } from './shell-props'
import { UserMenu } from './user-menu'

/** The bar over every page: home, where we are, who we are. */
export function TopBar({
  user,
  memberships,
  current,
  navigation,
  switchAction,
  signOutAction,
}: Omit<ShellProps, 'children'>) {
  const home = navigation[0]?.items[0]?.href ?? '/'
  const items = navigation.flatMap((section) => section.items)
  return (
    <header
      data-chrome
      className="sticky top-0 z-40 flex h-12 items-center gap-2 border-b bg-surface px-2 lg:px-4"
    >
      <Link
        href={home}
        prefetch={false}
        className="flex h-9 shrink-0 items-center gap-2 rounded-md px-1.5 font-semibold tracking-tight lg:w-48"
      >
        <BrandMark />
        <span className="max-lg:sr-only">Portolan</span>
      </Link>
      <div className="flex min-w-0 flex-1 items-center gap-0.5">
        <EngagementSwitcher memberships={memberships} current={current} action={switchAction} />
        <SectionCrumb items={items.map(({ href, label, also }) => ({ href, label, also }))} />
      </div>
      <LiveBadge />
      <CommandCenter
        navigation={navigation}
        memberships={memberships}
        current={current}
        switchAction={switchAction}
        signOutAction={signOutAction}
      />
      <UserMenu user={user} furtherSections={navigation.slice(1)} signOutAction={signOutAction} />
    </header>
  )
}
