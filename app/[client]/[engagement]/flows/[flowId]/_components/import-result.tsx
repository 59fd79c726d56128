import { Card, CardBody, CardHeader } from '@/components/ui/card'
import { DescriptionList } from '@/components/ui/description-list'
import { LinkButton } from '@/components/ui/link-button'
import { StatTile } from '@/components/ui/stat-tile'
import { countWords } from '@/lib/base/count-words'
import type { FlowView } from '@/lib/domain/flows/schema'
import type { ImportView } from '@/lib/domain/imports/schema'

/** What became of the rows, and how the file was read. */
export function ImportResult({
  flow,
  dataImport,
  root,
}: {
  flow: FlowView
  dataImport: ImportView
  root: string
}) {
  const { rows } = dataImport
  return (
    <>
      {flow.status === 'completed' && (
        <section aria-label="Rows" className="grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-5">
          <StatTile label="Rows in" value={rows.in.toLocaleString('en-US')} />
          <StatTile label="Created" value={rows.created.toLocaleString('en-US')} />
          <StatTile label="Merged" value={rows.merged.toLocaleString('en-US')} />
          <StatTile label="Unchanged" value={rows.unchanged.toLocaleString('en-US')} />
          <StatTile label="Rejected" value={rows.rejected.toLocaleString('en-US')} />
        </section>
      )}
      <Card>
        <CardHeader
          title="The file"
          actions={
            rows.rejected > 0 && (
              <LinkButton
                size="sm"
                prefetch={false}
                href={`/api${root}/flows/${flow.flowId}/rejected`}
              >
                Download {countWords(rows.rejected, 'rejected row', 'rejected rows')}
              </LinkButton>
            )
          }
        />
        <CardBody className="py-1">
          <DescriptionList items={factsOf(dataImport)} />
        </CardBody>
      </Card>
    </>
  )
}

const delimiterNames = new Map([
  [',', 'comma'],
  [';', 'semicolon'],
  ['\t', 'tab'],
  ['|', 'vertical bar'],
])

function factsOf(dataImport: ImportView) {
  const { dialect, columns } = dataImport
  const delimiter = String(dialect?.delimiter ?? '')
  const items = [
    { term: 'Size', value: `${dataImport.sizeBytes.toLocaleString('en-US')} bytes` },
    {
      term: 'Read as',
      value: dialect
        ? `${String(dialect.encoding)}, separated by ${delimiterNames.get(delimiter) ?? delimiter}`
        : '',
    },
    { term: 'Columns', value: dataImport.columnNames.length || '' },
    {
      term: 'Left out',
      value: columns.unmapped.length === 0 ? 'No column' : columns.unmapped.join(', '),
      note: columns.unmapped.length > 0 ? 'Kept with the import, not in the inventory' : undefined,
    },
    { term: 'Imported by', value: dataImport.createdBy },
    {
      term: 'Rows as they came',
      value: dataImport.rawRowsKept
        ? `Kept until ${dataImport.rawRowsKeptUntil.slice(0, 10)}`
        : 'No longer kept',
    },
  ]
  return dataImport.columnNames.length === 0
    ? items.filter(({ term }) => term !== 'Left out')
    : items
}
