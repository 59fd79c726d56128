import type { SearchParams } from '@/components/data-table/search-params'
import { can } from '@/lib/base/roles'
import type { Scope } from '@/lib/base/scope'
import { mayChangeView, type SavedView, type ViewScreen } from '@/lib/domain/views/schema'
import { change, keep, remove, restore } from '../../view-actions'
import { viewHref } from './view-href'
import { ViewMenu } from './view-menu'
import { viewStateOf } from './view-state'

interface ViewBarProps {
  scope: Scope
  screen: ViewScreen
  /** The list's own address without parameters. */
  pathname: string
  params: SearchParams
  views: readonly SavedView[]
  /** What the list is called without any filter, such as "All assets". */
  all: string
}

/** The views of a list: which one is shown, the others, and what can be done with it. */
export function ViewBar({ scope, screen, pathname, params, views, all }: ViewBarProps) {
  const { userId, role, clientSlug: client, engagementSlug: engagement } = scope
  const { current, changed, query } = viewStateOf(screen, params, views)
  const address = { client, engagement }
  return (
    <ViewMenu
      screen={screen}
      pathname={pathname}
      all={all}
      query={query}
      views={views.map((view) => ({
        ...view,
        href: viewHref(pathname, view),
        mine: view.ownerId === userId,
        mayChange: mayChangeView({ userId, role }, view),
      }))}
      currentId={current?.id ?? null}
      changed={changed}
      mayShare={can(role, 'view.share')}
      actions={{
        keep: keep.bind(null, address),
        change: change.bind(null, address),
        remove: remove.bind(null, address),
        restore: restore.bind(null, address),
      }}
    />
  )
}
