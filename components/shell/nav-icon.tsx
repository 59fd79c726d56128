import {
  Building2,
  FileUp,
  Gauge,
  LayoutDashboard,
  type LucideIcon,
  ScrollText,
  Server,
  ShieldCheck,
  ToggleRight,
  TriangleAlert,
  UserRoundPlus,
  UsersRound,
} from 'lucide-react'
import type { NavigationIcon } from './shell-props'

const icons: Record<NavigationIcon, LucideIcon> = {
  administration: ShieldCheck,
  audit: ScrollText,
  clients: Building2,
  dashboard: LayoutDashboard,
  experience: Gauge,
  flags: ToggleRight,
  imports: FileUp,
  inventory: Server,
  issues: TriangleAlert,
  requests: UserRoundPlus,
  users: UsersRound,
}

export function NavIcon({ icon }: { icon: NavigationIcon }) {
  const Icon = icons[icon]
  return <Icon aria-hidden className="size-4 shrink-0" />
}
