import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { generateWideRows } from '@/db/seed/estate/wide-rows'
import { importFile } from './import-file'
import { watchMemory } from './memory'
import { withSite } from './site'

const rows = 20_000
const columns = 30

/**
 * From upload to inventory, on a site and database of its own: 20,000 rows × 30 columns, twice,
 * of other servers each time.
 * The first run meets a server that has compiled nothing yet. Memory is the server's resident set.
 * It prints what it finds and judges nothing.
 */
export async function benchImport() {
  const folder = mkdtempSync(path.join(tmpdir(), 'portolan-bench-'))
  try {
    return await withSite(async ({ url, pid }) => {
      const runs = []
      for (const seed of [1, 2]) {
        const firstRow = (seed - 1) * rows + 1
        const file = path.join(folder, `wide-${seed}.csv`)
        await pipeline(generateWideRows({ rows, columns, seed, firstRow }), createWriteStream(file))
        runs.push(await measure(file, url, pid))
      }
      return { rows, columns, runs }
    })
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function measure(file: string, url: string, pid: number) {
  const memory = watchMemory(pid)
  const { status, seconds, rows: counts } = await importFile(file, url, 'server')
  return { megabytes: statSync(file).size / 1e6, status, seconds, counts, ...memory.stop() }
}
