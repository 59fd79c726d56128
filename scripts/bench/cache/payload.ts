import { createHash } from 'node:crypto'

const systems = ['Debian 12', 'Windows Server 2022', 'RHEL 9.4', 'Ubuntu 24.04', 'SLES 15']

/** Bytes; what a row with a note may need. */
const longestRow = 480

/** One row as a page of the inventory lists it. */
function makeRow(index: number) {
  const digest = createHash('sha256').update(`row ${index}`).digest('hex')
  const number = (from: number, below: number) =>
    Number.parseInt(digest.slice(from, from + 4), 16) % below
  return {
    id: digest.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5'),
    name: `srv-${digest.slice(32, 36)}-${index}`,
    address: `10.${number(36, 256)}.${number(40, 256)}.${number(44, 256)}`,
    system: systems[number(48, systems.length)],
    cpus: 2 ** number(52, 6),
    memoryMib: 1024 * 2 ** number(56, 8),
    storageMib: number(60, 60_000),
  }
}

/** Rows whose JSON has just so many bytes; the last one has a note of what was missing. */
export function makePayload(bytes: number) {
  const rows: (ReturnType<typeof makeRow> & { note?: string })[] = []
  const missing = () => bytes - JSON.stringify(rows).length
  while (missing() > longestRow) rows.push(makeRow(rows.length))
  const last = makeRow(rows.length)
  rows.push({ ...last, note: '' })
  rows[rows.length - 1] = { ...last, note: '.'.repeat(missing()) }
  return rows
}
