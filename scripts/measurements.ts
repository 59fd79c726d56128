import { writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { measureCache } from './measurements/cache-speed'
import { measureColleague } from './measurements/colleague'
import { measureDecoder } from './measurements/decoder-speed'
import { measureHttp } from './measurements/http-speed'
import { measureImport } from './measurements/import-speed'
import { measureJourney } from './measurements/journey'
import { measureLive } from './measurements/live-speed'
import { measureDevelopmentSet, measureFormatsLeftOut } from './measurements/mapping-quality'
import { measureRealExports } from './measurements/real-exports'
import { type Section, writeSection } from './measurements/section'

/**
 * `npm run measure`, also the last step of `npm run prove`: writes docs/measurements.md. Where
 * PORTOLAN_SAMPLES names a folder of RVTools sheets, they are carried through the site as well.
 */
const file = path.join(import.meta.dirname, '..', 'docs', 'measurements.md')

async function measureEverything(): Promise<Section[]> {
  const samples = process.env.PORTOLAN_SAMPLES
  const sections = [await measureImport()]
  if (samples) sections.push(await measureRealExports(samples))
  sections.push(...(await measureCache()), await measureHttp(), await measureLive())
  sections.push(await measureColleague())
  sections.push(...(await measureJourney()), await measureDecoder())
  sections.push(measureDevelopmentSet(), measureFormatsLeftOut())
  return sections
}

const [load = 0] = os.loadavg()
const sections = await measureEverything()
const introduction = `# Measurements

Written by \`npm run prove\` on ${new Date().toISOString().slice(0, 10)}: ${os.availableParallelism()} cores, \
${os.platform()} ${os.arch()}, Node ${process.versions.node}.
Load average when it began: ${load.toFixed(1)}; above the number of cores, every time here is too long.
Figures of one machine, to compare with later ones of the same; no test fails by them.
`
writeFileSync(file, [introduction, ...sections.map(writeSection)].join('\n'))
console.log('docs/measurements.md is written')
