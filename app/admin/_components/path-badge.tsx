import { Database, GitCompareArrows, History, type LucideIcon, Zap } from 'lucide-react'
import { Badge, type Tone } from '@/components/ui/badge'
import { pathWords, type ReadPath } from '@/lib/domain/flags/schema'

const looks: Record<ReadPath, { tone: Tone; icon: LucideIcon }> = {
  off: { tone: 'warn', icon: Database },
  legacy: { tone: 'neutral', icon: History },
  shadow: { tone: 'info', icon: GitCompareArrows },
  redis: { tone: 'accent', icon: Zap },
}

/** A path by its word and its mark. */
export function PathBadge({ path }: { path: ReadPath }) {
  const { tone, icon: Icon } = looks[path]
  return (
    <Badge tone={tone} title={pathWords[path].about}>
      <Icon aria-hidden />
      {pathWords[path].label}
    </Badge>
  )
}
