import {
  Download,
  FileUp,
  Keyboard,
  Link2,
  LogOut,
  type LucideIcon,
  Monitor,
  Moon,
  Repeat2,
  Server,
  Sun,
} from 'lucide-react'
import { NavIcon } from '@/components/shell/nav-icon'
import type { NavigationIcon } from '@/components/shell/shell-props'
import type { CommandIcon } from './commands'

const own: Record<Exclude<CommandIcon, NavigationIcon>, LucideIcon> = {
  asset: Server,
  dark: Moon,
  download: Download,
  import: FileUp,
  keys: Keyboard,
  light: Sun,
  link: Link2,
  'sign-out': LogOut,
  switch: Repeat2,
  system: Monitor,
}

const isOwn = (icon: CommandIcon): icon is keyof typeof own => icon in own

/** The sign before a command: a section's own, or one for what it does. */
export function CommandSign({ icon }: { icon: CommandIcon }) {
  if (!isOwn(icon)) return <NavIcon icon={icon} />
  const Icon = own[icon]
  return <Icon aria-hidden className="size-4 shrink-0" />
}
