import { ArrowRight } from 'lucide-react'
import type { SettingChange } from '@/lib/domain/flags/schema'

/** What became of each setting: from what, to what. */
export function SettingChanges({ changes }: { changes: readonly SettingChange[] }) {
  return (
    <ul className="flex flex-col gap-1">
      {changes.map(({ key, label, before, after }) => (
        <li key={key} className="flex flex-wrap items-baseline gap-x-2">
          <span className="font-medium">{label}</span>
          <span className="flex flex-wrap items-center gap-x-1.5 text-ink-muted">
            {before ?? 'nothing said'}
            <ArrowRight role="img" aria-label="becomes" className="size-3.5 shrink-0" />
            <span className="text-ink">{after ?? 'nothing said'}</span>
          </span>
        </li>
      ))}
    </ul>
  )
}
