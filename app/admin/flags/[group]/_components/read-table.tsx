import { Mono } from '@/components/ui/code'
import { Table, TableFrame } from '@/components/ui/table'
import type { Evidence } from '@/lib/domain/flags/schema'
import type { ConsoleGroup } from '@/lib/server/flag-console/flag-console'
import { count, momentInWords, percent } from '../../../_components/figures'
import { EvidenceHeads, EvidenceRows, evidenceColumns } from '../../_components/evidence-cells'
import { InForceList } from '../../_components/in-force-list'

/** The evidence of a group, altogether and read by read. */
export function ReadTable({ group, since }: { group: ConsoleGroup; since: string | null }) {
  return (
    <section aria-labelledby="evidence">
      <div className="mb-2 flex flex-wrap items-end gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-72">
          <h2 id="evidence" className="font-semibold text-lg">
            Evidence
          </h2>
          <p className="text-ink-muted text-sm">
            {since && (
              <>
                Since <time dateTime={since}>{momentInWords(since)}</time>.{' '}
              </>
            )}
            {verdict(group)}
          </p>
        </div>
        <InForceList inForce={group.inForce} />
      </div>
      <TableFrame label="Evidence of each read">
        <Table>
          <caption className="sr-only">Evidence of each read</caption>
          <thead>
            <tr>
              <EvidenceHeads />
            </tr>
          </thead>
          <Rows name="All its reads" evidence={group} />
          {group.reads.length > 1 &&
            group.reads.map((read) => (
              <Rows key={read.name} name={<Mono>{read.name}</Mono>} evidence={read} />
            ))}
        </Table>
      </TableFrame>
    </section>
  )
}

function Rows({ name, evidence }: { name: React.ReactNode; evidence: Evidence }) {
  return (
    <tbody>
      <tr className="bg-sunken/60">
        <th
          scope="rowgroup"
          colSpan={evidenceColumns}
          className="border-b px-3 py-1.5 text-left font-medium text-sm"
        >
          {name}
        </th>
      </tr>
      <EvidenceRows evidence={evidence} />
    </tbody>
  )
}

/** What shadow mode says of the two paths, in a sentence. */
function verdict({ shadow: { compared, staleLegacy, staleRedis } }: Evidence): string {
  if (compared === 0) {
    return 'The paths were not compared: put the group on shadow to see how often each is stale.'
  }
  const of = (stale: number) =>
    stale === 0 ? 'never stale' : `stale ${count(stale)} times (${percent(stale / compared)})`
  return `Of ${count(compared)} reads that were compared, legacy was ${of(staleLegacy)} and Redis ${of(staleRedis)}.`
}
