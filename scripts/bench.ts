import { benchColleague } from './bench/colleague'
import { benchHttp } from './bench/http'
import { benchImport } from './bench/import'
import { runJourney } from './bench/journey'
import { benchLive } from './bench/live'

/** Each is given what stands after its name, and finds figures or prints its own text. */
const benches = new Map<string, (args: string[]) => Promise<Record<string, unknown> | string>>([
  ['colleague', benchColleague],
  ['http', benchHttp],
  ['import', benchImport],
  ['journey', runJourney],
  ['live', benchLive],
])

const [name = '', ...args] = process.argv.slice(2)
const bench = benches.get(name)
if (bench) {
  const found = await bench(args)
  console.log(typeof found === 'string' ? found : JSON.stringify(found, null, 2))
} else {
  console.error(`Usage: npm run bench -- ${[...benches.keys()].join('|')}`)
  process.exitCode = 2
}
