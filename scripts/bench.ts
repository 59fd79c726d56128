import { benchHttp } from './bench/http'
import { benchImport } from './bench/import'

const benches = new Map<string, () => Promise<Record<string, unknown>>>([
  ['http', benchHttp],
  ['import', benchImport],
])

const [name = ''] = process.argv.slice(2)
const bench = benches.get(name)
if (bench) console.log(JSON.stringify(await bench(), null, 2))
else {
  console.error(`Usage: npm run bench -- ${[...benches.keys()].join('|')}`)
  process.exitCode = 2
}
