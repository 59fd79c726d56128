import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { importFormats } from '@/lib/domain/mapping/catalogue/formats'
import { evaluateFile, parseAnswers } from '@/lib/domain/mapping/evaluation/evaluate-file'
import { leaveOneOut } from '@/lib/domain/mapping/evaluation/leave-one-out'
import { measure } from '@/lib/domain/mapping/evaluation/measure'
import { buildPhraseIndex } from '@/lib/domain/mapping/suggest/phrase-index'

const folder = fileURLToPath(new URL('./development/', import.meta.url))
const clock = () => 0

function readJson(name: string): unknown {
  return JSON.parse(readFileSync(`${folder}${name}`, 'utf8'))
}

function judgeDevelopmentSet() {
  const files = readdirSync(folder)
  const names = files.filter((file) => file.endsWith('.map.json')).map((file) => file.slice(0, -9))
  return names.flatMap((name) => {
    const accept = `${name}.accept.json`
    const answers = parseAnswers(
      readJson(`${name}.map.json`),
      files.includes(accept) ? readJson(accept) : {},
    )
    const { judged } = evaluateFile({
      bytes: readFileSync(`${folder}${name}.csv`),
      answers,
      now: clock,
    })
    // Every answer must belong to a column, or a misspelt header would go unnoticed.
    expect(new Set(judged.map(({ header }) => header.trim()))).toEqual(new Set(answers.keys()))
    return judged
  })
}

test('the development set is mapped as well as it was', { timeout: 60_000 }, () => {
  const measures = measure(judgeDevelopmentSet())
  expect(measures.top1Strict).toBeGreaterThanOrEqual(0.91)
  expect(measures.top1Lenient).toBeGreaterThanOrEqual(0.96)
  expect(measures.autoPrecision).toBeGreaterThanOrEqual(0.98)
  expect(measures.nullUnmapped).toBeGreaterThanOrEqual(0.95)
  expect(measures.calibrationError).toBeLessThanOrEqual(0.06)
})

// The tabs of RVTools are reported by the command, but only other products' formats are bound here.
const bound = importFormats.filter(({ family }) => family !== 'rvtools')

test.each(bound.map((format) => [format.id, format] as const))(
  '%s is mapped well by an engine that never met it',
  { timeout: 60_000 },
  (_, format) => {
    const { measures } = leaveOneOut(format, clock)
    expect(measures.top1Lenient).toBeGreaterThanOrEqual(0.8)
    expect(measures.autoPrecision).toBeGreaterThanOrEqual(0.95)
    expect(measures.nullUnmapped).toBeGreaterThanOrEqual(0.9)
  },
)

test('leaving a family out leaves nothing of it in the index', { timeout: 60_000 }, () => {
  const left = importFormats.filter(({ family }) => family !== 'netbox')
  const titles = new Set(
    importFormats.filter(({ family }) => family === 'netbox').map(({ title }) => title),
  )
  const phrases = [...buildPhraseIndex(left).byConcept.values()].flat()
  expect(phrases.filter(({ topic }) => topic !== null && titles.has(topic))).toEqual([])
})
