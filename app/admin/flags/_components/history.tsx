import { History as HistoryIcon } from 'lucide-react'
import { Card, CardHeader } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import type { ConsoleChange } from '@/lib/server/flag-console/flag-console'
import { momentInWords } from '../../_components/figures'
import { GoBack } from './go-back'
import { SettingChanges } from './setting-changes'

/** Who changed what and why, the newest first; each can be taken back. */
export function History({
  changes,
  digest,
  canWrite,
}: {
  changes: readonly ConsoleChange[]
  digest: string
  canWrite: boolean
}) {
  return (
    <Card aria-label="History">
      <CardHeader title="History" description="From the audit log: who changed what, and why." />
      {changes.length === 0 && (
        <EmptyState icon={HistoryIcon} title="Nobody has changed anything yet">
          Open a group above to move it to another path.
        </EmptyState>
      )}
      <ol aria-label="Changes">
        {changes.map((change, index) => (
          <li
            key={change.id}
            className="flex flex-wrap items-start gap-x-6 gap-y-2 border-b px-4 py-3 last:border-b-0"
          >
            <div className="min-w-0 flex-1 basis-72">
              <SettingChanges changes={change.changes} />
              {change.changes.length === 0 && <p>Written anew; nothing is obeyed differently</p>}
              <p className="mt-1 break-words text-ink-muted text-sm">
                “{change.reason}” · {change.by ?? 'Somebody who has left'} ·{' '}
                <time dateTime={change.at}>{momentInWords(change.at)}</time>
              </p>
            </div>
            {canWrite && <GoBack change={change} digest={digest} newest={index === 0} />}
          </li>
        ))}
      </ol>
    </Card>
  )
}
