import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { exitCodes, ImportFailure } from './import/failure'
import { type ImportOptions, readOptions, usage } from './import/options'
import { type ImportOutcome, runImport } from './import/run-import'
import { runningSite } from './import/running-site'

/** The launcher's note, in the project's own folder wherever the command is given. */
const siteFile = fileURLToPath(new URL('../.data/site.json', import.meta.url))

const args = process.argv.slice(2)
process.exitCode = await main()

/** Results go to stdout, everything else to stderr, so that a script can read the one. */
async function main(): Promise<number> {
  try {
    const options = readOptions(args)
    if (options === null) {
      console.log(usage)
      return exitCodes.completed
    }
    const outcome = await runImport(options, {
      defaultUrl: () => runningSite(siteFile),
      fetch: (url, init) => fetch(url, init),
      sleep: (milliseconds) => sleep(milliseconds),
      now: () => Date.now(),
      say: (line) => console.error(line),
    })
    printOutcome(outcome, options)
    return outcome.exit
  } catch (error) {
    if (!(error instanceof ImportFailure)) throw error
    printFailure(error)
    return error.code === 'wrong_use' ? exitCodes.wrongUse : exitCodes.failed
  }
}

function printOutcome({ report, flow, exit, page }: ImportOutcome, { json }: ImportOptions): void {
  if (flow.failure) console.error([flow.failure.reason, flow.failure.remedy].join(' ').trim())
  if (exit === exitCodes.waiting) {
    console.error(`The flow waits for a person (${flow.status}). Go on at ${page}`)
  }
  if (json) {
    console.log(JSON.stringify(report))
    return
  }
  const { rows, columns, status, seconds } = report
  console.log(`${status} in ${seconds} s: ${page}`)
  console.log(
    `rows: ${rows.in} in = ${rows.created} created + ${rows.merged} merged + ${rows.unchanged} unchanged + ${rows.rejected} rejected`,
  )
  const unmapped = columns.unmapped.length === 0 ? 'none' : columns.unmapped.join(', ')
  console.log(`columns: ${columns.mapped} mapped; not mapped: ${unmapped}`)
}

/** Options that cannot be read may still have asked for JSON. */
function printFailure({ code, message, ids }: ImportFailure): void {
  console.error(message)
  if (args.includes('--json')) console.log(JSON.stringify({ ...ids, error: { code, message } }))
}
