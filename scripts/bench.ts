import { benchColleague } from './bench/colleague'
import { benchHttp } from './bench/http'
import { benchImport } from './bench/import'
import { runJourney } from './bench/journey'
import { benchLive } from './bench/live'
import { WrongUse } from './bench/wrong-use'

/** Each is given what stands after its name, and finds figures or prints its own text. */
const benches = new Map<string, (args: string[]) => Promise<Record<string, unknown> | string>>([
  ['colleague', benchColleague],
  ['http', benchHttp],
  ['import', benchImport],
  ['journey', runJourney],
  ['live', benchLive],
])

const [name = '', ...args] = process.argv.slice(2)
try {
  const bench = benches.get(name)
  if (!bench) throw new WrongUse(`Usage: npm run bench -- ${[...benches.keys()].join('|')}`)
  const found = await bench(args)
  console.log(typeof found === 'string' ? found : JSON.stringify(found, null, 2))
} catch (error) {
  if (!(error instanceof WrongUse)) throw error
  console.error(error.message)
  process.exitCode = 2
}
