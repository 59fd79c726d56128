import { csvLine } from './csv-line'
import { type Random, randomDay, randomUuid, seededRandom } from './random'

type WideColumn = readonly [header: string, cell: (row: number, random: Random) => string]

const two = (value: number) => String(value).padStart(2, '0')
const octets = (row: number) => `${(row >> 16) & 255}.${(row >> 8) & 255}.${row & 255}`

/** Columns of a usual server list, the widest kind that people bring. */
const columns: readonly WideColumn[] = [
  ['Name', (row) => `srv-${String(row).padStart(6, '0')}`],
  ['FQDN', (row) => `srv-${String(row).padStart(6, '0')}.bench.example`],
  ['IP Address', (row) => `10.${octets(row)}`],
  ['MAC Address', (row) => `02:50:56:${octets(row).split('.').map(hexOf).join(':')}`],
  ['Serial Number', (row) => `SN${String(row * 7_919).padStart(10, '0')}`],
  ['UUID', (_, random) => randomUuid(random)],
  ['Asset Type', () => 'server'],
  [
    'Operating System',
    (_, random) => random.pick(['Ubuntu 22.04', 'Windows Server 2019', 'RHEL 8']),
  ],
  ['OS Version', (_, random) => `${random.whole(7, 22)}.${random.whole(0, 9)}`],
  ['CPU Count', (_, random) => String(random.pick([2, 4, 8, 16]))],
  ['Memory (GB)', (_, random) => String(random.pick([4, 8, 16, 32, 64]))],
  ['Disk Total (GB)', (_, random) => String(random.whole(60, 900))],
  ['Disk Used (GB)', (_, random) => String(random.whole(10, 60))],
  ['Environment', (_, random) => random.pick(['Production', 'Test', 'Development'])],
  ['Power State', (_, random) => random.pick(['on', 'on', 'on', 'off'])],
  ['Location', (_, random) => `Site ${random.whole(1, 12)}`],
  ['Datacenter', (_, random) => `DC${random.whole(1, 4)}`],
  ['Rack', (_, random) => `R${two(random.whole(1, 40))}`],
  ['Manufacturer', (_, random) => random.pick(['Dell', 'HPE', 'Lenovo'])],
  ['Model', (_, random) => `Model ${random.whole(100, 900)}`],
  ['Department', (_, random) => random.pick(['Finance', 'Operations', 'Sales', 'IT'])],
  ['Cost Center', (_, random) => `CC-${random.whole(1_000, 9_999)}`],
  ['Business Owner', (_, random) => `Owner ${random.whole(1, 200)}`],
  ['Application', (_, random) => `Application ${random.whole(1, 300)}`],
  ['Criticality', (_, random) => random.pick(['high', 'medium', 'low'])],
  ['Support Group', (_, random) => `Group ${random.whole(1, 40)}`],
  ['Purchase Date', (_, random) => randomDay(random, '2016-01-01', 3_000)],
  ['Warranty End', (_, random) => randomDay(random, '2026-01-01', 1_500)],
  ['Last Seen', (_, random) => randomDay(random, '2026-01-01', 30)],
  ['Notes', (row) => `Row ${row}, "checked", kept`],
]

/** Characters gathered before they are handed on. */
const BATCH_CHARACTERS = 65_536

/**
 * A CSV file of any length as pieces of text; memory holds one piece.
 * @param columns how many: the first 30 are those of a server list, further ones plain text
 * @param firstRow from where names and addresses are counted; from 1 unless said
 */
export async function* generateWideRows(options: {
  rows: number
  columns: number
  seed?: number
  firstRow?: number
}): AsyncGenerator<string, void, undefined> {
  const random = seededRandom(options.seed ?? 1)
  const used = Array.from({ length: options.columns }, (_, i) => columns[i] ?? extraColumn(i))
  let batch = `${csvLine(used.map(([header]) => header))}\r\n`
  const first = options.firstRow ?? 1
  for (let row = first; row < first + options.rows; row++) {
    batch += `${csvLine(used.map(([, cell]) => cell(row, random)))}\r\n`
    if (batch.length < BATCH_CHARACTERS) continue
    yield batch
    batch = ''
  }
  if (batch !== '') yield batch
}

function extraColumn(index: number): WideColumn {
  return [`Remark ${index + 1}`, (row) => `remark ${row % 1_000}`]
}

function hexOf(octet: string): string {
  return Number(octet).toString(16).padStart(2, '0')
}
