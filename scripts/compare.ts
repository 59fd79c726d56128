import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { compareEstate, listMachines } from './compare/compare-estate'
import { exitCodes, ImportFailure } from './import/failure'
import { readOptions } from './import/options'
import { choosePlace } from './import/place'
import { runningSite } from './import/running-site'
import { signIn } from './import/site-client'

const siteFile = fileURLToPath(new URL('../.data/site.json', import.meta.url))
const shownDifferences = 20

/** `npm run compare -- VINFO.csv [--json …]`: takes the options of `npm run import`. */
async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2))
  if (options === null) {
    console.log('Usage: npm run compare -- VINFO.csv [--json and the options of npm run import]')
    return exitCodes.completed
  }
  const url = options.url ?? (await runningSite(siteFile))
  const site = await signIn({ ...options, url }, fetch)
  const { client, engagement } = await choosePlace(options, site)
  const machines = await listMachines(site, `/api/${client}/${engagement}`)
  const comparison = compareEstate(await readFile(options.file, 'utf8'), machines)
  const { differences, ...counts } = comparison
  if (options.json) console.log(JSON.stringify(comparison))
  else {
    console.log(
      `${counts.rows} rows, ${counts.machines} virtual machines, ${counts.networkCards} network cards, ${counts.partitions} partitions: ${differences.length} differences`,
    )
    for (const difference of differences.slice(0, shownDifferences)) console.log(difference)
  }
  return differences.length === 0 ? exitCodes.completed : exitCodes.failed
}

process.exitCode = await main().catch((error: unknown) => {
  if (!(error instanceof ImportFailure)) throw error
  console.error(error.message)
  return exitCodes.failed
})
