import { setTimeout as sleep } from 'node:timers/promises'
import { runImport } from '../import/run-import'

/** A demo person whose engagement is empty until somebody imports. */
export const importer = { email: 'analyst@other.portolan.test', password: 'portolan-demo' }

/** Brings a file to the inventory of a site as the command line does, approving every mapping. */
export async function importFile(file: string, url: string, assetType?: string) {
  const options = { file, url, ...importer, assetType, approveAll: true, json: true }
  const { report } = await runImport(options, {
    defaultUrl: async () => url,
    fetch,
    sleep: (milliseconds) => sleep(milliseconds),
    now: () => Date.now(),
    say: () => undefined,
  })
  return report
}
