import type { Candidate, ColumnCandidates } from './candidates'

/** What the columns of one file say about each other. */
interface Sheet {
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

function score(found: ColumnCandidates, attribute: string): number {
  return found.candidates.find((one) => one.attribute === attribute)?.score ?? 0
}

function readSheet(columns: readonly ColumnCandidates[]): Sheet {
  const having = (...concepts: string[]) =>
    columns.filter(({ meaning }) =>
      concepts.some(
        (concept) => meaning.concepts.has(concept) || meaning.unknown.includes(concept),
      ),
    )
  const strongly = (attribute: string, least = 0.8) =>
    columns.filter((one) => score(one, attribute) >= least)
  const source = having('source').filter((one) => score(one, 'dep_source') >= 0.5)
  const destination = having('destination', 'target', 'depends').filter(
    (one) => score(one, 'dep_target') >= 0.5,
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
      columns.filter((one) => best(one)?.attribute === 'name' && score(one, 'name') >= 0.7),
    ),
    columns,
  }
}

/** Moves a candidate's score towards certainty (above 1) or away from it (below 1). */
function weigh(found: ColumnCandidates, attribute: string, factor: number, reason?: string): void {
  const candidate = found.candidates.find((one) => one.attribute === attribute && !one.vouched)
  if (!candidate) return
  candidate.score = factor <= 1 ? candidate.score * factor : 1 - (1 - candidate.score) / factor
  if (reason !== undefined && candidate.score >= 0.3) candidate.reasons.push(reason)
}

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

/** Cores are the processors of a machine where nothing else counts them. */
function weighCores(found: ColumnCandidates, sheet: Sheet): void {
  if (!found.meaning.concepts.has('core')) return
  const counted = sheet.columns.some(
    (one) =>
      one !== found &&
      !one.meaning.concepts.has('core') &&
      Math.max(score(one, 'cpu_count'), score(one, 'cpu_sockets')) >= 0.7,
  )
  const total = sheet.columns.some(
    (one) =>
      one !== found && one.meaning.concepts.has('core') && one.meaning.concepts.has('logical'),
  )
  if (counted || total) {
    weigh(found, 'cpu_cores', 1.6)
    weigh(found, 'cpu_count', 0.7)
  } else {
    weigh(found, 'cpu_count', 1.5, 'No other column counts the processors')
    weigh(found, 'cpu_cores', 0.85)
  }
}

/**
 * Processors beside cores: where another column counts logical processors, or where there are more
 * cores than processors, the processors are sockets.
 */
function weighSockets(found: ColumnCandidates, sheet: Sheet): void {
  const { concepts } = found.meaning
  if (!concepts.has('cpu') || ['core', 'logical', 'vcpu'].some((word) => concepts.has(word))) return
  const counts = found.evidence.numbers
  const beside = sheet.columns.some((one) => {
    if (one === found || one.meaning.concepts.has('per')) return false
    const logical = one.meaning.concepts.has('logical') && score(one, 'cpu_count') >= 0.5
    const cores = one.meaning.concepts.has('core') && score(one, 'cpu_cores') >= 0.4
    const more = counts && one.evidence.numbers && one.evidence.numbers.median > counts.median
    return logical || (cores && more === true)
  })
  if (!beside) return
  weigh(found, 'cpu_sockets', 3, 'Another column counts the cores in them')
  weigh(found, 'cpu_count', 0.6)
}

const CAPACITIES: Readonly<Record<string, readonly [capacity: string, inUse: string]>> = {
  cpu: ['cpu_count', 'cpu_util_pct'],
  memory: ['memory_mib', 'memory_used_mib'],
  disk: ['disk_total_gib', 'disk_used_gib'],
}

/** A measure beside its maximum ("mem", "maxmem"): the maximum is what there is, the other what is used. */
function weighMaxima(found: ColumnCandidates, sheet: Sheet): void {
  const own = [...found.meaning.concepts.keys()].sort().join(' ')
  const all = new Set(
    sheet.columns.map(({ meaning }) => [...meaning.concepts.keys()].sort().join(' ')),
  )
  for (const [measure, [capacity, inUse]] of Object.entries(CAPACITIES)) {
    const maximum = ['max', measure].sort().join(' ')
    if (!all.has(measure) || !all.has(maximum)) continue
    const attribute = own === maximum ? capacity : own === measure ? inUse : null
    if (attribute === null) continue
    const reasons = [
      own === maximum ? 'It stands beside what is used' : 'It stands beside its maximum',
    ]
    found.candidates = found.candidates.filter((one) => one.attribute !== attribute)
    for (const one of found.candidates) if (!one.vouched) one.score *= 0.6
    found.candidates.push({ attribute, score: 0.78, reasons, vouched: false })
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
    found.candidates.sort(
      (one, other) => other.score - one.score || (one.attribute < other.attribute ? -1 : 1),
    )
  }
}
