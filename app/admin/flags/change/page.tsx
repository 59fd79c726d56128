import type { Metadata } from 'next'
import { PageHeader } from '@/components/shell/page-header'
import { Alert } from '@/components/ui/alert'
import { Card, CardBody, CardHeader } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import { flagEdit } from '@/lib/domain/flags/schema'
import { type FlagConsole, flagConsole } from '@/lib/server/flag-console/flag-console'
import { type EditPreview, previewEdit } from '@/lib/server/flag-console/preview-edit'
import { requireAdmin } from '@/lib/server/require-scope'
import { PageTags } from '../../../_components/page-tags'
import { Notices } from '../_components/notices'
import { SettingChanges } from '../_components/setting-changes'
import { ApplyForm } from './_components/apply-form'
import { MoveList } from './_components/move-list'

export const metadata: Metadata = { title: 'Review the change' }

/** Whose evidence speaks for or against a change. */
const evidenceHours = 24

interface ChangePageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function ChangePage({ searchParams }: ChangePageProps) {
  await requireAdmin()
  const params = await searchParams
  const edit = flagEdit.safeParse(params)
  const console = await flagConsole(evidenceHours)
  const crumbs = [{ label: 'Flags', href: '/admin/flags' }, { label: 'Change' }]
  return (
    <>
      <PageTags />
      <PageHeader
        crumbs={crumbs}
        title="Review the change"
        description="What would be written and who would read by another path. Nothing is done yet."
      />
      <Notices console={console} />
      <div className="flex max-w-3xl flex-col gap-4">
        {edit.success ? (
          <Review
            console={console}
            preview={previewEdit(console, edit.data)}
            fields={fieldsOf(edit.data)}
          />
        ) : (
          <Alert
            tone="bad"
            title="This cannot be written"
            action={<LinkButton href={backTo(params)}>Go back</LinkButton>}
          >
            {edit.error.issues.map(({ message }) => message).join(' ')}
          </Alert>
        )}
      </div>
    </>
  )
}

function Review({
  console: { clients, digest, settings, writing },
  preview: { changes, moves, warnings },
  fields,
}: {
  console: FlagConsole
  preview: EditPreview
  fields: Record<string, string>
}) {
  if (changes.length === 0) {
    return (
      <Alert action={<LinkButton href="/admin/flags">Back to the flags</LinkButton>}>
        That is what holds already.
      </Alert>
    )
  }
  return (
    <>
      <Card aria-label="What changes">
        <CardHeader title="What changes" />
        <CardBody>
          <SettingChanges changes={changes} />
        </CardBody>
      </Card>
      <MoveList moves={moves} clients={clients.length} />
      {warnings.length > 0 && (
        <Alert tone="warn" title="What speaks against it">
          <ul className="flex flex-col gap-1">
            {warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </Alert>
      )}
      {writing === 'possible' && <ApplyForm {...{ fields, digest, settings }} />}
    </>
  )
}

/** An edit as the hidden fields of a form. */
function fieldsOf(edit: object): Record<string, string> {
  return Object.fromEntries(
    Object.entries(edit).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, String(value)]],
    ),
  )
}

function backTo({ kind, group }: Record<string, string | string[] | undefined>): string {
  return kind === 'rule' && typeof group === 'string'
    ? `/admin/flags/${encodeURIComponent(group)}`
    : '/admin/flags'
}
