import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { parseArgs } from 'node:util'
import { importFormats } from '@/lib/domain/mapping/catalogue/formats'
import {
  type EvaluatedFile,
  evaluateFile,
  parseAnswers,
} from '@/lib/domain/mapping/evaluation/evaluate-file'
import { leaveOneOut } from '@/lib/domain/mapping/evaluation/leave-one-out'
import { type Judged, type Measures, measure } from '@/lib/domain/mapping/evaluation/measure'

const USAGE = `Usage: npm run eval:mapping -- DIR [--json] [--misses]
       npm run eval:mapping -- --leave-one-out [--json] [--misses]

DIR holds NAME.csv with NAME.map.json ({"header": "attribute" | null}) and, if wanted,
NAME.accept.json ({"header": [other acceptable answers]}).`

interface Scored {
  name: string
  measures: Measures
  judged: Judged[]
  milliseconds: number
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'))
}

function scoreFolder(folder: string): Scored[] {
  const files = new Set(readdirSync(folder))
  const names = [...files]
    .filter((file) => file.endsWith('.map.json'))
    .map((file) => basename(file, '.map.json'))
  return names.sort().map((name) => {
    const accept = `${name}.accept.json`
    const evaluated: EvaluatedFile = evaluateFile({
      bytes: readFileSync(join(folder, `${name}.csv`)),
      answers: parseAnswers(
        readJson(join(folder, `${name}.map.json`)),
        files.has(accept) ? readJson(join(folder, accept)) : {},
      ),
      now: () => performance.now(),
    })
    return { name, ...evaluated }
  })
}

function scoreFormats(): Scored[] {
  return importFormats.map((format) => {
    const { measures, judged, milliseconds } = leaveOneOut(format, () => performance.now())
    return { name: format.id, measures, judged, milliseconds }
  })
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`.padStart(8)
}

function line(name: string, measures: Measures, speed: number): string {
  return [
    name.padEnd(34),
    percent(measures.top1Strict),
    percent(measures.top1Lenient),
    percent(measures.autoPrecision),
    percent(measures.nullUnmapped),
    measures.calibrationError.toFixed(3).padStart(7),
    speed.toFixed(1).padStart(7),
    `${measures.autoMapped}/${measures.columns}`.padStart(9),
  ].join(' ')
}

function speedOf(milliseconds: number, columns: number): number {
  return columns === 0 ? 0 : (milliseconds * 100) / columns
}

function printMisses(scored: readonly Scored[]): void {
  for (const { name, judged } of scored) {
    for (const one of judged.filter((column) => !column.acceptable)) {
      const kind = one.autoMapped ? 'auto ' : ''
      console.log(
        `${name}: “${one.header}” is ${one.expected}, ${kind}suggested ${one.suggested} (${one.confidence})`,
      )
    }
  }
}

function print(scored: readonly Scored[], asJson: boolean, withMisses: boolean): void {
  const all = scored.flatMap((one) => one.judged)
  const milliseconds = scored.reduce((sum, one) => sum + one.milliseconds, 0)
  const total = measure(all)
  if (asJson) {
    const rounded = scored.map((one) => ({
      name: one.name,
      ...one.measures,
      msPer100Columns: speedOf(one.milliseconds, one.judged.length),
      ...(withMisses ? { misses: one.judged.filter((column) => !column.acceptable) } : {}),
    }))
    console.log(
      JSON.stringify(
        { ...total, msPer100Columns: speedOf(milliseconds, all.length), files: rounded },
        null,
        2,
      ),
    )
    return
  }
  const heading = ['top-1', 'lenient', 'auto', 'null', 'ECE', 'ms/100', 'auto/all']
  console.log(
    `${''.padEnd(34)} ${heading.map((word, index) => word.padStart(index < 4 ? 8 : index < 6 ? 7 : 9)).join(' ')}`,
  )
  for (const one of scored)
    console.log(line(one.name, one.measures, speedOf(one.milliseconds, one.judged.length)))
  console.log(line('all', total, speedOf(milliseconds, all.length)))
  if (withMisses) printMisses(scored)
}

function main(): void {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      misses: { type: 'boolean', default: false },
      'leave-one-out': { type: 'boolean', default: false },
    },
  })
  const [folder] = positionals
  if (folder === undefined && !values['leave-one-out']) {
    console.error(USAGE)
    process.exitCode = 2
    return
  }
  if (folder !== undefined && !existsSync(folder)) {
    console.error(`There is no folder ${folder}.`)
    process.exitCode = 1
    return
  }
  const scored = folder === undefined ? scoreFormats() : scoreFolder(folder)
  if (scored.length === 0) {
    console.error(`There is no NAME.map.json in ${folder}.`)
    process.exitCode = 1
    return
  }
  print(scored, values.json, values.misses)
}

main()
