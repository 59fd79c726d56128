import {
  type Scored,
  scoreFolder,
  scoreFormats,
  scoreTogether,
  speedOf,
} from '../evaluation/score-engine'
import type { Section } from './section'

const heading = [
  'file or format',
  'top-1 strict',
  'top-1 lenient',
  'precision of auto-mapped',
  'null headers left unmapped',
  'calibration error',
  'ms per 100 columns',
  'columns',
]

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`
}

function scoreRow(scored: Scored): (string | number)[] {
  const { measures } = scored
  return [
    scored.name,
    percent(measures.top1Strict),
    percent(measures.top1Lenient),
    percent(measures.autoPrecision),
    percent(measures.nullUnmapped),
    measures.calibrationError.toFixed(3),
    speedOf(scored).toFixed(0),
    measures.columns,
  ]
}

function scoreRows(scored: readonly Scored[]): (string | number)[][] {
  return [...scored, scoreTogether(scored)].map(scoreRow)
}

/** The engine on our own development set. */
export function measureDevelopmentSet(): Section {
  return {
    title: 'Mapping: development set',
    command: 'npm run -s eval:mapping -- tests/eval/development',
    note:
      'Written by the same hands as the lexicon, so it flatters. The time of the first file holds ' +
      'the building of the index.',
    heading,
    rows: scoreRows(scoreFolder('tests/eval/development')),
  }
}

/** The engine on each public format, without what it knows of that format's family. */
export function measureFormatsLeftOut(): Section {
  return {
    title: 'Mapping: formats left out',
    command: 'npm run -s eval:mapping -- --leave-one-out',
    note:
      'Each known export by an engine that never met its family: headers alone, no values. The time ' +
      'of each holds the building of an index without that family.',
    heading,
    rows: scoreRows(scoreFormats()),
  }
}
