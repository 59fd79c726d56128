import { createHash } from 'node:crypto'

const systems = ['Debian 12', 'Windows Server 2022', 'RHEL 9.4', 'Ubuntu 24.04', 'SLES 15']

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

/** Rows whose JSON has about so many bytes. */
export function makePayload(bytes: number) {
  const rows: ReturnType<typeof makeRow>[] = []
  let size = 2
  while (size < bytes) {
    const row = makeRow(rows.length)
    size += JSON.stringify(row).length + 1
    rows.push(row)
  }
  return rows
}
