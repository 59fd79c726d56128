import { Table, TableCell, TableFrame, TableHeader, TableRow } from '@/components/ui/table'
import { countWords } from '@/lib/base/count-words'
import type { RawRowView } from '@/lib/domain/imports/schema'

/** Rows that are listed; the file to be mended has all of them. */
export const listedRejections = 20

/** Which rows were left out, by their line in the file, and what is wrong in which column. */
export function RejectedRows({ rows, total }: { rows: readonly RawRowView[]; total: number }) {
  const more = total - rows.length
  return (
    <div>
      <h2 className="mb-2 font-semibold">Rejected rows</h2>
      <TableFrame label="Rejected rows">
        <Table>
          <thead>
            <tr>
              <TableHeader className="text-right">Line</TableHeader>
              <TableHeader>Column</TableHeader>
              <TableHeader className="w-full">What is wrong</TableHeader>
            </tr>
          </thead>
          <tbody>
            {rows.flatMap(({ rowNumber, lineNumber, problems }) =>
              problems.map(({ column, code, reason }) => (
                <TableRow key={`${rowNumber} ${column} ${code}`}>
                  <TableCell className="tabular text-right">
                    {lineNumber.toLocaleString('en-US')}
                  </TableCell>
                  <TableCell className="max-w-64 truncate" title={column ?? undefined}>
                    {column ?? <span className="text-ink-muted">The whole row</span>}
                  </TableCell>
                  <TableCell>{reason}</TableCell>
                </TableRow>
              )),
            )}
          </tbody>
        </Table>
      </TableFrame>
      {more > 0 && (
        <p className="mt-1.5 text-ink-muted text-sm">
          And {countWords(more, 'row', 'rows')} more, in the file that can be downloaded.
        </p>
      )}
    </div>
  )
}
