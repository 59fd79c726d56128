import type { Candidate, ColumnCandidates } from './candidate'

/** What the columns of one file say about each other. */
export interface Sheet {
  /** Rows are connections between assets. */
  dependencies: boolean
  databases: boolean
  cloud: boolean
  /** Columns that most likely hold each asset's name. */
  names: ReadonlySet<ColumnCandidates>
  columns: readonly ColumnCandidates[]
}

const CLOUD_CONCEPTS = [
  'subscription',
  'flavor',
  'ec2',
  'aws',
  'azure',
  'gcp',
  'vpc',
  'subnet',
  'vnet',
  'sku',
  'arn',
  'image',
  'launch',
  'offering',
]

function best(found: ColumnCandidates): Candidate | undefined {
  return found.candidates.reduce<Candidate | undefined>(
    (top, one) => (top === undefined || one.score > top.score ? one : top),
    undefined,
  )
}

/** What an attribute has scored for a column; 0 when it is no candidate. */
export function scoreOf(found: ColumnCandidates, attribute: string): number {
  return found.candidates.find((one) => one.attribute === attribute)?.score ?? 0
}

/** What the columns of a file are about, seen together. */
export function readSheet(columns: readonly ColumnCandidates[]): Sheet {
  const having = (...concepts: string[]) =>
    columns.filter(({ meaning }) =>
      concepts.some(
        (concept) => meaning.concepts.has(concept) || meaning.unknown.includes(concept),
      ),
    )
  const strongly = (attribute: string, least = 0.8) =>
    columns.filter((one) => scoreOf(one, attribute) >= least)
  const source = having('source').filter((one) => scoreOf(one, 'dep_source') >= 0.5)
  const destination = having('destination', 'target', 'depends').filter(
    (one) => scoreOf(one, 'dep_target') >= 0.5,
  )
  const cloud =
    having(...CLOUD_CONCEPTS).length +
    strongly('instance_type', 0.85).length +
    strongly('resource_group', 0.85).length +
    strongly('cloud_account_id', 0.9).length
  return {
    dependencies: source.length > 0 && destination.length > 0,
    databases:
      having('database', 'sid', 'schema').length >= 2 || strongly('db_engine', 0.95).length > 0,
    cloud: cloud >= 2,
    names: new Set(
      columns.filter((one) => best(one)?.attribute === 'name' && scoreOf(one, 'name') >= 0.7),
    ),
    columns,
  }
}

/** Moves a candidate's score towards certainty (above 1) or away from it (below 1). */
export function weigh(
  found: ColumnCandidates,
  attribute: string,
  factor: number,
  reason?: string,
): void {
  const candidate = found.candidates.find((one) => one.attribute === attribute && !one.vouched)
  if (!candidate) return
  candidate.score = factor <= 1 ? candidate.score * factor : 1 - (1 - candidate.score) / factor
  if (reason !== undefined && candidate.score >= 0.3) candidate.reasons.push(reason)
}
