import { Table, TableCell, TableFrame, TableHeader, TableRow } from '@/components/ui/table'
import type { Setting } from '@/lib/domain/flags/schema'

/** What was seen beside what holds now, where the two differ. */
export function NewerState({
  seen,
  current,
}: {
  seen: readonly Setting[]
  current: readonly Setting[]
}) {
  const before = new Map(seen.map((setting) => [setting.key, setting]))
  const now = new Map(current.map((setting) => [setting.key, setting]))
  const keys = [...new Set([...now.keys(), ...before.keys()])]
  const rows = keys.filter((key) => before.get(key)?.value !== now.get(key)?.value)
  return (
    <TableFrame label="What was changed in the meantime">
      <Table>
        <caption className="sr-only">What was changed in the meantime</caption>
        <thead>
          <tr>
            <TableHeader>Changed in the meantime</TableHeader>
            <TableHeader>What you saw</TableHeader>
            <TableHeader>What holds now</TableHeader>
          </tr>
        </thead>
        <tbody>
          {rows.map((key) => (
            <TableRow key={key}>
              <TableCell className="font-medium">
                {now.get(key)?.label ?? before.get(key)?.label}
              </TableCell>
              <TableCell>{before.get(key)?.value ?? 'nothing said'}</TableCell>
              <TableCell>{now.get(key)?.value ?? 'nothing said'}</TableCell>
            </TableRow>
          ))}
        </tbody>
      </Table>
    </TableFrame>
  )
}
