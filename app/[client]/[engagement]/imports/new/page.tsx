import type { Metadata } from 'next'
import { PageHeader } from '@/components/shell/page-header'
import { importById } from '@/lib/domain/imports/reads'
import { assetTypes, importIdSchema } from '@/lib/domain/imports/schema'
import { read } from '@/lib/server/read'
import { requireScope } from '@/lib/server/require-scope'
import { PageTags } from '../../../../_components/page-tags'
import { ImportForm } from './_components/import-form'

export const metadata: Metadata = { title: 'Import a file' }

type Props = {
  params: Promise<{ client: string; engagement: string }>
  searchParams: Promise<{ resume?: string }>
}

/** Choose a file, look at it, send it. */
export default async function Page({ params, searchParams }: Props) {
  const { client, engagement } = await params
  const scope = await requireScope({ client, engagement }, 'import.create')
  const asked = importIdSchema.safeParse({ importId: (await searchParams).resume })
  const resumed = asked.success ? await read(importById, scope, asked.data) : null
  const root = `/${client}/${engagement}`

  return (
    <>
      <PageTags />
      <PageHeader
        title="Import a file"
        description="Bring in an export as CSV or TSV. You see its first rows before anything is sent."
        crumbs={[{ label: 'Imports', href: `${root}/imports` }, { label: 'Import a file' }]}
      />
      <ImportForm
        assetTypes={assetTypes}
        resume={
          resumed?.status === 'uploading'
            ? { importId: resumed.importId, fileName: resumed.fileName }
            : undefined
        }
      />
    </>
  )
}
