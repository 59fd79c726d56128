import { Unlink2 } from 'lucide-react'
import { ActionForm } from '@/components/forms/action-form'
import { SubmitButton } from '@/components/forms/submit-button'
import { Badge } from '@/components/ui/badge'
import { Card, CardHeader } from '@/components/ui/card'
import type { Result } from '@/lib/base/result'
import type { SourceView } from '@/lib/domain/inventory/schema'
import { keyWords } from '../../_components/asset-words'

type Outcome = Result<{ assetId: string }>
type Split = (previous: Outcome | null, form: FormData) => Promise<Outcome>

function foundBy({ kind, matchedBy }: SourceView): string {
  if (kind === 'correction') return 'Written by a person; it comes before every import.'
  if (matchedBy === null) return 'The first source of this asset.'
  return `Found the asset by ${keyWords.get(matchedBy) ?? matchedBy}.`
}

/** The rows and corrections that the asset is made of, the most trusted first. */
export function SourceList({ sources, split }: { sources: readonly SourceView[]; split?: Split }) {
  return (
    <Card>
      <CardHeader
        title="Sources"
        description="Corrections come first, then the newest import; each value is the first that is said."
      />
      <ul className="divide-y">
        {sources.map((source) => (
          <li key={source.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
            <div className="min-w-0 flex-1 basis-64">
              <p className="flex flex-wrap items-center gap-2 font-medium">
                {source.kind === 'correction' ? 'Correction' : source.sourceName}
                {source.weak && (
                  <Badge tone="warn">
                    <Unlink2 aria-hidden />
                    Weak match
                  </Badge>
                )}
              </p>
              <p className="text-ink-muted text-sm">
                {source.fileName !== null &&
                  `${source.fileName}${source.rowNumber === null ? '' : `, row ${source.rowNumber.toLocaleString('en-US')}`} · `}
                {source.valueCount} {source.valueCount === 1 ? 'value' : 'values'} ·{' '}
                {source.at.slice(0, 16).replace('T', ' ')} UTC
              </p>
              <p className="text-ink-muted text-sm">{foundBy(source)}</p>
            </div>
            {source.weak && split !== undefined && (
              <ActionForm action={split} failures="toast" successMessage="Split off">
                <input type="hidden" name="sourceId" value={source.id} />
                <SubmitButton>Split off</SubmitButton>
              </ActionForm>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}
