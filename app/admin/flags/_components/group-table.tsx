import { LinkButton } from '@/components/ui/link-button'
import { Table, TableFrame } from '@/components/ui/table'
import { groupWords } from '@/lib/domain/flags/schema'
import type { ConsoleGroup } from '@/lib/server/flag-console/flag-console'
import { EvidenceHeads, EvidenceRows, evidenceColumns } from './evidence-cells'
import { InForceList } from './in-force-list'

/** Every group of reads: by which path it goes, for whom, and what each path did. */
export function GroupTable({
  groups,
  defaultRule,
}: {
  groups: readonly ConsoleGroup[]
  defaultRule: string
}) {
  return (
    <TableFrame label="Groups of reads">
      <Table>
        <caption className="sr-only">Groups of reads</caption>
        <thead>
          <tr>
            <EvidenceHeads />
          </tr>
        </thead>
        {groups.map((group) => (
          <Group key={group.group} group={group} defaultRule={defaultRule} />
        ))}
      </Table>
    </TableFrame>
  )
}

function Group({ group, defaultRule }: { group: ConsoleGroup; defaultRule: string }) {
  const { label, about } = groupWords[group.group]
  const rule = group.ownRule ?? `Follows all groups: ${defaultRule}`
  return (
    <tbody>
      <tr className="bg-sunken/60">
        <th
          scope="rowgroup"
          colSpan={evidenceColumns}
          className="border-b px-3 pt-3 pb-2 text-left font-normal"
        >
          <div className="flex flex-wrap items-center gap-x-4 gap-y-1.5">
            <span className="min-w-0 flex-1 basis-60">
              <span className="font-semibold">{label}</span>
              <span className="block text-ink-muted text-sm">{about}</span>
            </span>
            <span className="flex min-w-0 flex-col gap-1 sm:items-end">
              <InForceList inForce={group.inForce} />
              <span className="text-ink-muted text-xs">{rule}</span>
            </span>
            <LinkButton size="sm" href={`/admin/flags/${group.group}`} className="ml-auto">
              Open<span className="sr-only"> {label}</span>
            </LinkButton>
          </div>
        </th>
      </tr>
      <EvidenceRows evidence={group} />
    </tbody>
  )
}
