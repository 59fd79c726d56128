import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import type { Page } from 'playwright'
import { createDatabase } from '@/db/client'
import { runImport } from '../../import/run-import'

export const analyst = { email: 'analyst@portolan.test', password: 'portolan-demo' }
const place = { client: 'acme', engagement: 'erp-2026' }

/** Columns of a flow that waits for decisions. */
export interface DecidableColumns {
  /** Of the mapping page. */
  path: string
  /**
   * Approves all but one of them at once, in the way of the page's own client, or takes it back.
   * @returns when the site had acknowledged it (ms since 1970)
   */
  decide(page: Page, approving: boolean): Promise<number>
}

/** Brings a file whose columns can all be decided about; one more keeps the flow waiting. */
export async function bringDecidableColumns(
  url: string,
  ownerUrl: string,
  count: number,
): Promise<DecidableColumns> {
  const folder = mkdtempSync(path.join(tmpdir(), 'portolan-colleague-'))
  try {
    const names = Array.from({ length: count }, (_, index) => `Column ${index + 1}`)
    const file = path.join(folder, 'colleague.csv')
    writeFileSync(file, `${['Server Name', ...names].join(',')}\n${'a,'.repeat(count)}a\n`)
    const { report } = await runImport(
      { file, url, ...analyst, ...place, approveAll: false, json: true },
      {
        defaultUrl: async () => url,
        fetch,
        sleep: (milliseconds) => sleep(milliseconds),
        now: () => Date.now(),
        say: () => undefined,
      },
    )
    await giveAttributes(ownerUrl, report.flowId)
    return columnsOf(report.flowId)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Nobody has to decide about a column that means nothing, so that each gets a meaning. */
async function giveAttributes(ownerUrl: string, flowId: string): Promise<void> {
  const owner = createDatabase({ url: ownerUrl, tls: false, maxConnections: 1 })
  try {
    await owner.transaction(null, (tx) =>
      tx.execute(sql`
        update field_mappings set attribute = 'description', state = 'needs_review'
         where flow_id = ${flowId} and attribute is null`),
    )
  } finally {
    await owner.close()
  }
}

interface Column {
  mappingId: string
  header: string
  version: number
}

function columnsOf(flowId: string): DecidableColumns {
  const root = `/${place.client}/${place.engagement}/flows/${flowId}`
  const decide = async (page: Page, approving: boolean) => {
    const { at, status } = await page.evaluate(
      async ({ address, word }) => {
        const seen: { columns: Column[] } = await (await fetch(address)).json()
        const columns = seen.columns
          .filter(({ header }) => header !== 'Server Name')
          .map(({ mappingId, version }) => ({ mappingId, version }))
        const answer = await fetch(`${address}/${word}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ columns }),
        })
        return { at: Date.now(), status: answer.status }
      },
      { address: `/api${root}/mappings`, word: approving ? 'approve' : 'undo' },
    )
    if (status !== 200) throw new Error(`The decision was answered with ${status}`)
    return at
  }
  return { path: `${root}/mapping`, decide }
}
