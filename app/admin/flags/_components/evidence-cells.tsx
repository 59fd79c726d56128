import { TableCell, TableHeader, TableRow } from '@/components/ui/table'
import type { Evidence, PathEvidence, ShadowEvidence } from '@/lib/domain/flags/schema'
import { count, milliseconds, percent } from '../../_components/figures'
import { PathBadge } from '../../_components/path-badge'

const figure = 'tabular whitespace-nowrap text-right'
/** Left out on phones, where the others tell enough. */
const fromTablet = 'max-sm:hidden'

/** The heads of the columns that `EvidenceCells` fills. */
export function EvidenceHeads() {
  return (
    <>
      <TableHeader>Path</TableHeader>
      <TableHeader className={`text-right ${fromTablet}`}>Reads</TableHeader>
      <TableHeader className="text-right">Hit ratio</TableHeader>
      <TableHeader className={`text-right ${fromTablet}`}>p50, ms</TableHeader>
      <TableHeader className="text-right">p95, ms</TableHeader>
      <TableHeader className="text-right">Stale</TableHeader>
    </>
  )
}

/** How many columns the evidence takes, for cells that span them. */
export const evidenceColumns = 6

/** What the reads of one path did. */
function EvidenceCells({
  evidence: { path, reads, hitRatio, p50, p95 },
  shadow,
}: {
  evidence: PathEvidence
  shadow: ShadowEvidence
}) {
  return (
    <>
      <TableCell>
        <PathBadge path={path} />
      </TableCell>
      <TableCell className={`${figure} ${fromTablet}`}>{count(reads)}</TableCell>
      <TableCell className={figure}>{path === 'off' ? '–' : percent(hitRatio)}</TableCell>
      <TableCell className={`${figure} ${fromTablet}`}>{milliseconds(p50)}</TableCell>
      <TableCell className={figure}>{milliseconds(p95)}</TableCell>
      <TableCell className={figure}>
        <Stale path={path} shadow={shadow} />
      </TableCell>
    </>
  )
}

/** Shadow serves what legacy says, so what is found there is found of both. */
function Stale({ path, shadow }: { path: PathEvidence['path']; shadow: ShadowEvidence }) {
  const { compared, staleLegacy, staleRedis } = shadow
  if (path === 'off') return <span className="text-ink-muted">never</span>
  if (compared === 0) return <span className="text-ink-muted">not compared</span>
  const stale = path === 'redis' ? staleRedis : staleLegacy
  return (
    <span className={stale > 0 ? 'font-medium text-bad-text' : 'text-good-text'}>
      {count(stale)} of {count(compared)}
    </span>
  )
}

/** A row for each path that was read by, or one that says that none was. */
export function EvidenceRows({ evidence: { paths, shadow } }: { evidence: Evidence }) {
  if (paths.length === 0) {
    return (
      <TableRow>
        <TableCell colSpan={evidenceColumns} className="text-ink-muted">
          Not read in this time.
        </TableCell>
      </TableRow>
    )
  }
  return paths.map((path) => (
    <TableRow key={path.path}>
      <EvidenceCells evidence={path} shadow={shadow} />
    </TableRow>
  ))
}
