import {
  Building2,
  FileUp,
  Gauge,
  LayoutDashboard,
  type LucideIcon,
  Server,
  Settings,
  TriangleAlert,
  UsersRound,
  Workflow,
} from 'lucide-react'
import type { NavigationIcon } from './shell-props'

const icons: Record<NavigationIcon, LucideIcon> = {
  dashboard: LayoutDashboard,
  imports: FileUp,
  inventory: Server,
  issues: TriangleAlert,
  flows: Workflow,
  users: UsersRound,
  clients: Building2,
  settings: Settings,
  console: Gauge,
}

export function NavIcon({ icon }: { icon: NavigationIcon }) {
  const Icon = icons[icon]
  return <Icon aria-hidden className="size-4 shrink-0" />
}
