import { sql } from 'drizzle-orm'
import { createDatabase, type Database } from '@/db/client'
import { type Scope, sealScope } from '@/lib/base/scope'
import { decodePart, startDecoder } from '@/lib/delimited/decoder'
import { sniff } from '@/lib/delimited/sniff'
import { assetInventoryExecutor } from '@/lib/domain/inventory/inventory-step'
import { jsonRows } from '@/lib/domain/inventory/store/json-rows'
import { formatById } from '@/lib/domain/mapping/catalogue/formats'

/** A client account with one engagement and a person in it, and the login of the site. */
export interface Workspace {
  db: Database
  scope: Scope
  close(): Promise<void>
}

export interface ImportedFile {
  text: string
  fileName?: string
  /** A known format, whose columns are all approved. */
  formatId?: string
  /** Header → attribute, instead of or beside the format's. */
  columns?: Record<string, string>
  assetType?: string
}

export interface ImportOutcome {
  dataImportId: string
  created: number
  merged: number
  unchanged: number
  rejected: number
  /** Milliseconds of each step. */
  steps: number[]
}

/** Makes the workspace in a migrated database. */
export async function openWorkspace(urls: {
  ownerUrl: string
  appUrl: string
}): Promise<Workspace> {
  const owner = createDatabase({ url: urls.ownerUrl, tls: false, maxConnections: 1 })
  const made = await owner.transaction(null, async (tx) => {
    const [row] = (
      await tx.execute<{ client: string; engagement: string; person: string }>(sql`
        with client as (
          insert into client_accounts (slug, name)
          values ('client-' || gen_random_uuid(), 'Client') returning id
        ), engagement as (
          insert into engagements (client_account_id, slug, name)
          select id, 'engagement', 'Engagement' from client returning id
        ), person as (
          insert into users (email, name, status)
          values (gen_random_uuid() || '@example.test', 'Person', 'active') returning id
        )
        select client.id as client, engagement.id as engagement, person.id as person
        from client, engagement, person`)
    ).rows
    if (!row) throw new Error('The workspace was not made.')
    return row
  })
  await owner.close()
  const db = createDatabase({ url: urls.appUrl, tls: false, maxConnections: 4 })
  const scope = sealScope({
    clientId: made.client,
    engagementId: made.engagement,
    userId: made.person,
    role: 'analyst',
    clientSlug: 'client',
    engagementSlug: 'engagement',
  })
  return { db, scope, close: () => db.close() }
}

/** Puts a file's rows and approved mappings there, as the phases before do; returns the import. */
export async function placeRows({ db, scope }: Workspace, file: ImportedFile): Promise<string> {
  const { headers, records } = readText(file.text)
  const format = file.formatId ? formatById(file.formatId) : undefined
  if (file.formatId && !format) throw new Error(`There is no format ${file.formatId}.`)
  const mappings = headers.flatMap((header, position) => {
    const attribute = file.columns?.[header] ?? format?.headers[header.trim()] ?? null
    const samples = records.slice(0, 50).map(({ cells }) => cells[position] ?? '')
    const sourceUnit = format?.units[header.trim()] ?? null
    return attribute ? [{ position, header, attribute, sourceUnit, samples }] : []
  })
  return db.transaction(scope.clientId, async (tx) => {
    const { rows } = await tx.execute<{ id: string }>(sql`
      insert into data_imports (client_account_id, engagement_id, file_name, size_bytes, part_size,
        part_count, status, headers, format_id, grain, asset_type, row_count,
        raw_rows_kept_until, created_by)
      select ${scope.clientId}, ${scope.engagementId}, ${file.fileName ?? 'file.csv'}, 1, 1, 1,
        'parsed', array(select jsonb_array_elements_text(${jsonRows(headers)})),
        ${format?.id ?? null}, ${format?.grain ?? null},
        ${file.assetType ?? null}, ${records.length}::int, now() + interval '1 day', ${scope.userId}
      returning id`)
    const dataImportId = rows[0]?.id ?? ''
    await tx.execute(sql`
      with flow as (
        insert into master_flows (client_account_id, engagement_id, created_by)
        values (${scope.clientId}, ${scope.engagementId}, ${scope.userId}) returning id
      ), discovery as (
        insert into discovery_flows (client_account_id, engagement_id, master_flow_id,
          data_import_id, phase, status, created_by)
        select ${scope.clientId}, ${scope.engagementId}, id, ${dataImportId}, 'asset_inventory',
          'running', ${scope.userId} from flow returning id
      )
      insert into field_mappings (client_account_id, engagement_id, flow_id, data_import_id,
        position, header, attribute, confidence, reasons, alternatives, samples, source_unit, state)
      select ${scope.clientId}, ${scope.engagementId}, discovery.id, ${dataImportId}, m.position,
        m.header, m.attribute, 1, '[]', '[]',
        array(select jsonb_array_elements_text(m.samples)), m."sourceUnit", 'approved'
      from discovery, jsonb_to_recordset(${jsonRows(mappings)}) as m(position int, header text,
        attribute text, samples jsonb, "sourceUnit" text)`)
    for (let at = 0; at < records.length; at += 2000) {
      const part = records.slice(at, at + 2000).map(({ cells, line }, i) => ({
        rowNumber: at + i + 1,
        line,
        cells,
      }))
      await tx.execute(sql`
        insert into raw_rows (data_import_id, row_number, client_account_id, engagement_id,
          line_number, cells)
        select ${dataImportId}, r."rowNumber", ${scope.clientId}, ${scope.engagementId}, r.line,
          r.cells
        from jsonb_to_recordset(${jsonRows(part)}) as r("rowNumber" int, line int, cells json)`)
    }
    return dataImportId
  })
}

/** Runs the phase to its end, each step in its own transaction, as the driver does. */
export async function runInventory(
  { db, scope }: Workspace,
  dataImportId: string,
  isTimeUp = () => false,
): Promise<ImportOutcome> {
  const steps: number[] = []
  let cursor: Record<string, unknown> | null = null
  for (;;) {
    const started = performance.now()
    const outcome = await db.transaction(scope.clientId, (tx) =>
      assetInventoryExecutor.step(tx, {
        scope,
        flowId: dataImportId,
        dataImportId,
        cursor,
        now: new Date(),
        isTimeUp,
      }),
    )
    steps.push(performance.now() - started)
    if (outcome.status === 'completed') break
    if (outcome.status !== 'continue') throw new Error(`The phase ended as ${outcome.status}.`)
    cursor = outcome.cursor
  }
  const [counts] = await query<Omit<ImportOutcome, 'dataImportId' | 'steps'>>(
    { db, scope },
    sql`select created_count as created, merged_count as merged, unchanged_count as unchanged,
      rejected_count as rejected from data_imports where id = ${dataImportId}`,
  )
  if (!counts) throw new Error('The import is gone.')
  return { dataImportId, steps, ...counts }
}

/** Both at once. */
export async function importFile(
  workspace: Workspace,
  file: ImportedFile,
  isTimeUp?: () => boolean,
): Promise<ImportOutcome> {
  return runInventory(workspace, await placeRows(workspace, file), isTimeUp)
}

/** Rows of any query, as the workspace's client. */
export function query<Row extends Record<string, unknown>>(
  { db, scope }: Pick<Workspace, 'db' | 'scope'>,
  statement: ReturnType<typeof sql>,
): Promise<Row[]> {
  return db.transaction(
    scope.clientId,
    async (tx) => (await tx.execute<Row>(statement)).rows as unknown[] as Row[],
  )
}

function readText(text: string): {
  headers: string[]
  records: { line: number; cells: string[] }[]
} {
  const bytes = new TextEncoder().encode(text)
  const sniffed = sniff(bytes)
  if (!sniffed.ok) throw new Error(sniffed.code)
  const part = decodePart(startDecoder(sniffed.dialect), bytes, { last: true })
  const headers = part.state.columns?.map(({ header }) => header) ?? []
  return { headers, records: part.records }
}
