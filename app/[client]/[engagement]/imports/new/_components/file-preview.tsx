import { Alert } from '@/components/ui/alert'
import { Table, TableCell, TableFrame, TableHeader, TableRow } from '@/components/ui/table'
import type { Preview } from '@/lib/delimited/preview'
import { describeProblem } from '@/lib/delimited/problem'

/** Columns of a very wide file that are drawn; all of them are imported. */
const shownColumns = 60
const shownProblems = 5

/** The first rows as they will be read. */
export function FilePreview({ preview }: { preview: Preview }) {
  const columns = preview.columns.slice(0, shownColumns)
  const names = preview.columns.map((column) => column.name)
  return (
    <section aria-labelledby="preview-title" className="flex min-w-0 flex-col gap-3">
      <h2 id="preview-title" className="font-semibold">
        First {preview.rows.length} rows
        {preview.columns.length > shownColumns && `, first ${shownColumns} columns`}
      </h2>
      {preview.problems.length > 0 && (
        <Alert tone="warn" title="Please look at these places">
          <ul className="list-disc pl-4">
            {preview.problems.slice(0, shownProblems).map((problem) => (
              <li key={`${problem.line}-${problem.column}-${problem.code}`}>
                {describeProblem(problem, names)}
              </li>
            ))}
          </ul>
        </Alert>
      )}
      <TableFrame label="First rows of the file" className="max-h-[28rem]">
        <Table>
          <caption className="sr-only">First rows of the file</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <TableHeader key={column.index}>{column.name}</TableHeader>
              ))}
            </tr>
          </thead>
          <tbody>
            {preview.rows.map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file have no other name
              <TableRow key={index}>
                {columns.map((column) => (
                  <TableCell key={column.index} className="max-w-72 truncate">
                    {row[column.index]}
                  </TableCell>
                ))}
              </TableRow>
            ))}
          </tbody>
        </Table>
      </TableFrame>
    </section>
  )
}
