import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from '@playwright/test'
import { generateEstate } from '@/db/seed/estate'
import { compareEstate, listMachines } from '@/scripts/compare/compare-estate'
import { runImport } from '@/scripts/import/run-import'
import { signIn } from '@/scripts/import/site-client'
import { siteUrls } from '../support/sites'
import { test } from './support/test'

const analyst = { email: 'analyst@other.portolan.test', password: 'portolan-demo' }
const machines = 120

/** Imports a file as the command line does. */
async function importFile(file: string, url: string) {
  const options = { file, url, ...analyst, approveAll: true, json: true }
  const { report } = await runImport(options, {
    defaultUrl: async () => url,
    fetch,
    sleep: (milliseconds) => sleep(milliseconds),
    now: () => Date.now(),
    say: () => undefined,
  })
  const { created, merged, unchanged, rejected } = report.rows
  expect(report.status).toBe('completed')
  expect(created + merged + unchanged + rejected).toBe(report.rows.in)
  return report.rows
}

test('four sheets of an estate become one inventory, whichever process they are sent to', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'portolan-estate-'))
  const estate = generateEstate({ seed: 805, machines })
  const sheets = ['vInfo', 'vNetwork', 'vPartition', 'vHost'] as const
  const file = (sheet: (typeof sheets)[number]) => path.join(folder, `${sheet}.csv`)
  for (const sheet of sheets) writeFileSync(file(sheet), estate[sheet])
  const urls = siteUrls()
  const urlOf = (index: number) => urls[index % urls.length] ?? ''
  try {
    for (const [index, sheet] of sheets.entries()) await importFile(file(sheet), urlOf(index))

    const site = await signIn({ url: urlOf(0), ...analyst }, fetch)
    const listed = await listMachines(site, '/api/globex/pilot')
    const comparison = compareEstate(estate.vInfo, listed)
    expect(comparison.differences).toEqual([])
    expect(comparison.machines).toBe(machines)

    for (const [index, sheet] of sheets.entries()) {
      const again = await importFile(file(sheet), urlOf(index + 1))
      expect(again.unchanged, sheet).toBe(again.in)
    }
    expect(await listMachines(site, '/api/globex/pilot')).toEqual(listed)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
