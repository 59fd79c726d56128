import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { importer, importFile } from '../bench/import-file'
import { withSite } from '../bench/site'
import { compareEstate, listMachines } from '../compare/compare-estate'
import { choosePlace } from '../import/place'
import { signIn } from '../import/site-client'
import type { Section } from './section'

const isMachineSheet = (file: string) => /vinfo/i.test(file)

/** The sheet of the machines goes first; what hangs under them follows. */
function sheetsOf(folder: string): string[] {
  const sheets = readdirSync(folder).filter((file) => file.endsWith('.csv'))
  return sheets.sort().sort((a, b) => Number(isMachineSheet(b)) - Number(isMachineSheet(a)))
}

async function compare(url: string, file: string): Promise<string> {
  const site = await signIn({ url, ...importer }, fetch)
  const { client, engagement } = await choosePlace({}, site)
  const machines = await listMachines(site, `/api/${client}/${engagement}`)
  const { differences, ...counts } = compareEstate(readFileSync(file, 'utf8'), machines)
  return (
    `${counts.rows} rows of ${path.basename(file)} against ${counts.machines} virtual machines with ` +
    `${counts.networkCards} network cards and ${counts.partitions} partitions: ` +
    `${differences.length} values differ in name, CPUs, memory or storage.`
  )
}

/**
 * Imports each sheet of an RVTools export twice into a fresh site, then compares every machine with
 * its row.
 * @param folder of sheets saved as CSV, that of the machines with "vinfo" in its name
 */
export async function measureRealExports(folder: string): Promise<Section> {
  const sheets = sheetsOf(folder)
  const machineSheet = sheets.find(isMachineSheet)
  if (!machineSheet) throw new Error('PORTOLAN_SAMPLES holds no sheet of machines (vinfo)')
  return withSite(async ({ url }) => {
    const rows: (string | number)[][] = []
    for (const round of ['first', 'again']) {
      for (const sheet of sheets) {
        const report = await importFile(path.join(folder, sheet), url)
        const { in: read, created, merged, unchanged, rejected } = report.rows
        const counts = [read, created, merged, unchanged, rejected]
        rows.push([sheet, round, report.status, ...counts, report.seconds])
      }
    }
    return {
      title: 'Real exports',
      command: 'PORTOLAN_SAMPLES=FOLDER npm run -s measure',
      note:
        'Sheets of a real, anonymised export, which are no part of this repository; each imported ' +
        `twice into a fresh site. ${await compare(url, path.join(folder, machineSheet))}`,
      heading: [
        ...['sheet', 'round', 'status', 'rows in', 'created', 'merged', 'unchanged', 'rejected'],
        'seconds',
      ],
      rows,
    }
  })
}
