import type { Candidate, ColumnCandidates } from './candidate'
import { weighCores, weighMaxima, weighSockets } from './capacity-context'
import { readSheet, type Sheet, weigh } from './sheet'

function weighDependencies(found: ColumnCandidates, sheet: Sheet): void {
  for (const attribute of ['dep_source', 'dep_target', 'dep_port', 'dep_type', 'dep_direction']) {
    if (sheet.dependencies) weigh(found, attribute, 1.5, 'The file lists connections')
    else weigh(found, attribute, 0.55)
  }
  if (sheet.dependencies) {
    weigh(found, 'discovery_source', 0.6)
    weigh(found, 'target_region', 0.8)
  }
}

function weighDatabases(found: ColumnCandidates, sheet: Sheet): void {
  for (const attribute of [
    'db_instance',
    'db_port',
    'db_engine',
    'db_version',
    'db_connections',
    'db_latency_ms',
  ]) {
    if (sheet.databases) weigh(found, attribute, 1.5, 'The file lists databases')
    else weigh(found, attribute, 0.85)
  }
  if (!sheet.databases) return
  weigh(found, 'dep_port', 0.5)
  const { concepts } = found.meaning
  const instances = sheet.columns.some(
    (one) =>
      one !== found && (one.meaning.concepts.has('instance') || one.meaning.concepts.has('sid')),
  )
  if (instances && sheet.names.size === 0 && concepts.has('database') && concepts.has('name')) {
    weigh(found, 'name', 2.5, 'Another column holds the instance')
    weigh(found, 'db_instance', 0.6)
  }
}

/** What is planned says so; without such a word a column describes what is. */
const PLANNED = [
  'target',
  'destination',
  'launch',
  'migration',
  'landing',
  'suggested',
  'rightsizing',
  'tenancy',
]

function weighTargets(found: ColumnCandidates): void {
  if (PLANNED.some((concept) => found.meaning.concepts.has(concept))) return
  for (const { attribute } of found.candidates) {
    if (attribute.startsWith('target_')) weigh(found, attribute, 0.6)
  }
}

function weighCloud(found: ColumnCandidates, sheet: Sheet): void {
  const { meaning } = found
  if (!sheet.cloud) {
    weigh(found, 'cloud_region', 0.75)
    return
  }
  for (const attribute of [
    'cloud_region',
    'cloud_account_id',
    'instance_type',
    'image_id',
    'power_state',
  ]) {
    weigh(found, attribute, 1.6, 'The file lists cloud resources')
  }
  weigh(found, 'region', 0.75)
  if (meaning.concepts.has('location')) weigh(found, 'location', 0.95)
  weigh(found, 'network_zone', 0.6)
}

/** "Host" names the machine itself, unless another column does: then it is where the machine runs. */
function weighHosts(found: ColumnCandidates, sheet: Sheet): void {
  const words = [...found.meaning.concepts.keys()].filter((concept) => concept !== 'name')
  const bare = words.length === 1 && (words[0] === 'host' || words[0] === 'node')
  if (!bare) return
  const others = [...sheet.names].filter((one) => one !== found)
  if (others.length > 0 && !found.meaning.concepts.has('name')) {
    weigh(found, 'hypervisor_host', 2.2, 'Another column names the machine itself')
    weigh(found, 'hostname', 0.6)
    weigh(found, 'name', 0.4)
  } else if (others.length === 0) {
    weigh(found, 'hypervisor_host', 0.6)
    weigh(found, 'hostname', 1.3)
  }
}

/** Pairs of key and value, one a row, are tags. */
function weighPairs(found: ColumnCandidates, sheet: Sheet): void {
  const { normal } = found.meaning
  const all = new Set(sheet.columns.map((one) => one.meaning.normal))
  const isPair = (key: string) => all.has(key) && all.has(key.replace('key', 'value'))
  const pair = ['key', 'tag key'].find((key) => isPair(key))
  if (pair === undefined || (normal !== pair && normal !== pair.replace('key', 'value'))) return
  const reasons = ['The file lists pairs of key and value']
  found.candidates = found.candidates.filter((one) => one.attribute !== 'tags')
  found.candidates.push({ attribute: 'tags', score: 0.72, reasons, vouched: false })
  found.notKept = null
}

/** Lets the other columns of the file speak: the same words mean different things beside others. */
export function weighContext(columns: readonly ColumnCandidates[]): void {
  const sheet = readSheet(columns)
  for (const found of columns) {
    weighDependencies(found, sheet)
    weighDatabases(found, sheet)
    weighCloud(found, sheet)
    weighTargets(found)
    weighHosts(found, sheet)
    weighCores(found, sheet)
    weighSockets(found, sheet)
    weighMaxima(found, sheet)
    weighPairs(found, sheet)
    found.candidates.sort(byTrust)
  }
}

/** What an export declares or a person approved stands before what only looks likely. */
function byTrust(one: Candidate, other: Candidate): number {
  return (
    Number(other.vouched) - Number(one.vouched) ||
    other.score - one.score ||
    (one.attribute < other.attribute ? -1 : 1)
  )
}
