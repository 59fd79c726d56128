import { ownColumnName } from '@/lib/delimited/header'
import { writeDelimited } from '@/lib/delimited/writer'
import { type AssetExportPage, type ExportColumn, ownIdColumn } from '@/lib/domain/inventory/schema'

/**
 * Assets as CSV text, in pieces: the canonical attributes that any of them has, then the asset's
 * own id, by which a file that is imported again finds its assets.
 * @param readPage gives the page at a cursor, null for the first
 */
export function assetsCsv(
  columns: readonly ExportColumn[],
  readPage: (cursor: string | null) => Promise<AssetExportPage>,
): AsyncGenerator<string, void, undefined> {
  const header = [...columns.map(({ title }) => title), ownColumnName(ownIdColumn)]
  return writeDelimited(header, rowsOf(readPage))
}

async function* rowsOf(
  readPage: (cursor: string | null) => Promise<AssetExportPage>,
): AsyncGenerator<string[], void, undefined> {
  let cursor: string | null = null
  do {
    const page: AssetExportPage = await readPage(cursor)
    for (const { id, cells } of page.rows) yield [...cells, id]
    cursor = page.next
  } while (cursor !== null)
}
