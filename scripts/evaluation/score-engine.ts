import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { importFormats } from '@/lib/domain/mapping/catalogue/formats'
import { evaluateFile, parseAnswers } from '@/lib/domain/mapping/evaluation/evaluate-file'
import { leaveOneOut } from '@/lib/domain/mapping/evaluation/leave-one-out'
import { type Judged, type Measures, measure } from '@/lib/domain/mapping/evaluation/measure'

/** What the engine made of one file or format, and how long it took. */
export interface Scored {
  name: string
  measures: Measures
  judged: Judged[]
  milliseconds: number
}

const now = () => performance.now()

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'))
}

/** Scores each NAME.csv of a folder that has a NAME.map.json. */
export function scoreFolder(folder: string): Scored[] {
  const files = new Set(readdirSync(folder))
  const names = [...files]
    .filter((file) => file.endsWith('.map.json'))
    .map((file) => basename(file, '.map.json'))
  return names.sort().map((name) => {
    const accept = `${name}.accept.json`
    const evaluated = evaluateFile({
      bytes: readFileSync(join(folder, `${name}.csv`)),
      answers: parseAnswers(
        readJson(join(folder, `${name}.map.json`)),
        files.has(accept) ? readJson(join(folder, accept)) : {},
      ),
      now,
    })
    return { name, ...evaluated }
  })
}

/** Scores each public format by an engine that does not know its family. */
export function scoreFormats(): Scored[] {
  return importFormats.map((format) => {
    const { measures, judged, milliseconds } = leaveOneOut(format, now)
    return { name: format.id, measures, judged, milliseconds }
  })
}

/** All columns of all files as one, named `all`. */
export function scoreTogether(scored: readonly Scored[]): Scored {
  const judged = scored.flatMap((one) => one.judged)
  const milliseconds = scored.reduce((sum, one) => sum + one.milliseconds, 0)
  return { name: 'all', measures: measure(judged), judged, milliseconds }
}

/** Milliseconds per 100 columns. */
export function speedOf({ milliseconds, judged }: Scored): number {
  return judged.length === 0 ? 0 : (milliseconds * 100) / judged.length
}
