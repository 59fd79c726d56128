import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import {
  type Scored,
  scoreFolder,
  scoreFormats,
  scoreTogether,
  speedOf,
} from './evaluation/score-engine'

const USAGE = `Usage: npm run eval:mapping -- DIR [--json] [--misses]
       npm run eval:mapping -- --leave-one-out [--json] [--misses]

DIR holds NAME.csv with NAME.map.json ({"header": "attribute" | null}) and, if wanted,
NAME.accept.json ({"header": [other acceptable answers]}).`

const heading = ['top-1', 'lenient', 'auto', 'null', 'ECE', 'ms/100', 'auto/all']
const widths = [8, 8, 8, 8, 7, 7, 9]

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`
}

function line(name: string, cells: readonly string[]): string {
  return [name.padEnd(34), ...cells.map((cell, at) => cell.padStart(widths[at] ?? 0))].join(' ')
}

function scoreLine(scored: Scored): string {
  const { measures } = scored
  return line(scored.name, [
    percent(measures.top1Strict),
    percent(measures.top1Lenient),
    percent(measures.autoPrecision),
    percent(measures.nullUnmapped),
    measures.calibrationError.toFixed(3),
    speedOf(scored).toFixed(1),
    `${measures.autoMapped}/${measures.columns}`,
  ])
}

function missesOf({ judged }: Scored) {
  return judged.filter((column) => !column.acceptable)
}

function printMisses(scored: Scored): void {
  for (const one of missesOf(scored)) {
    const kind = one.autoMapped ? 'auto ' : ''
    console.log(
      `${scored.name}: “${one.header}” is ${one.expected}, ${kind}suggested ${one.suggested} (${one.confidence})`,
    )
  }
}

function printJson(scored: readonly Scored[], withMisses: boolean): void {
  const all = scoreTogether(scored)
  const files = scored.map((one) => ({
    name: one.name,
    ...one.measures,
    msPer100Columns: speedOf(one),
    ...(withMisses ? { misses: missesOf(one) } : {}),
  }))
  console.log(JSON.stringify({ ...all.measures, msPer100Columns: speedOf(all), files }, null, 2))
}

function printTable(scored: readonly Scored[], withMisses: boolean): void {
  console.log(line('', heading))
  for (const one of [...scored, scoreTogether(scored)]) console.log(scoreLine(one))
  if (withMisses) scored.forEach(printMisses)
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
  const print = values.json ? printJson : printTable
  print(scored, values.misses)
}

main()
