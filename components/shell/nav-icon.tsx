import {
  FileUp,
  LayoutDashboard,
  type LucideIcon,
  Server,
  TriangleAlert,
  UsersRound,
} from 'lucide-react'
import type { NavigationIcon } from './shell-props'

const icons: Record<NavigationIcon, LucideIcon> = {
  dashboard: LayoutDashboard,
  imports: FileUp,
  inventory: Server,
  issues: TriangleAlert,
  users: UsersRound,
}

export function NavIcon({ icon }: { icon: NavigationIcon }) {
  const Icon = icons[icon]
  return <Icon aria-hidden className="size-4 shrink-0" />
}
