import { benchImport } from '../bench/import'
import type { Section } from './section'

/** From upload to inventory, and the server's memory. */
export async function measureImport(): Promise<Section> {
  const { rows, columns, runs } = await benchImport()
  return {
    title: 'Import',
    command: 'npm run bench -- import',
    note:
      `${rows} rows × ${columns} columns, from upload to inventory, on a site and database of its ` +
      'own; twice in a row, so that the first meets a fresh database and server. Memory is what the ' +
      'server’s process holds (MiB).',
    heading: ['run', 'MB', 'status', 'seconds', 'assets created', 'idle', 'peak', 'growth'],
    rows: runs.map((run, index) => [
      index + 1,
      run.megabytes.toFixed(1),
      run.status,
      run.seconds,
      run.counts.created,
      run.idleMib,
      run.peakMib,
      run.growthMib,
    ]),
  }
}
