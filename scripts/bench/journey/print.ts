import type { Section } from '../../measurements/section'
import type { Figures } from './figures'
import type { JourneyFigures, WayFigures } from './journey'
import { goals } from './ways'

type Cells = [
  what: string,
  old: string,
  now: string,
  ratio: string,
  wanted: string,
  reached: string,
]

interface Line {
  what: string
  of(way: WayFigures): number | null
  show?: (value: number) => string
  /** At most this share of the old way's figure. */
  goal?: number
}

const whole = (value: number) => Math.round(value).toLocaleString('en-US')
const kilobytes = (value: number) => (value / 1024).toFixed(1)
const total =
  (name: keyof Figures) =>
  ({ total: figures }: WayFigures) =>
    figures[name]

const lines: readonly Line[] = [
  { what: 'requests', of: total('requests'), goal: goals.requests },
  { what: 'requests, files of the build aside', of: ({ total: t }) => t.requests - t.files },
  { what: 'answered "not modified"', of: total('notModified') },
  { what: 'bytes, KiB', of: total('bytes'), show: kilobytes },
  { what: 'scripts, KiB', of: total('scriptBytes'), show: kilobytes },
  { what: 'load time, all steps, ms', of: total('ms'), goal: goals.loadMs },
  { what: 'LCP, slowest document, ms', of: total('lcp') },
  { what: 'INP, ms', of: total('inp') },
  { what: 'CLS', of: total('cls'), show: (value) => value.toFixed(3) },
  { what: 'TTFB, slowest document, ms', of: total('ttfb') },
  { what: 'server renders', of: total('renders') },
  { what: 'statements of the database', of: total('statements') },
  { what: 'Redis commands', of: total('redisCommands') },
  { what: 'React commits', of: ({ react }) => react.commits },
  { what: 'component re-renders', of: ({ react }) => react.reRenders, goal: goals.reRenders },
  { what: 'components rendered first', of: ({ react }) => react.mounts },
]

/** The whole walk, old beside new. */
export function journeyInTotal(figures: JourneyFigures): Section {
  const { old, new: now } = figures.ways
  const rows = lines.map(({ what, of, show = whole, goal }): Cells => {
    const [before, after] = [of(old), of(now)]
    const ratio = before && after !== null ? after / before : null
    const isReached = goal === undefined || ratio === null ? '' : ratio <= goal ? 'yes' : 'no'
    const cell = (value: number | null) => (value === null ? '–' : show(value))
    return [
      what,
      cell(before),
      cell(after),
      ratio === null ? '–' : ratio.toFixed(2),
      goal === undefined ? '' : `at most ${goal}`,
      isReached,
    ]
  })
  rows.push(hitRatio(old, now), wrongScreens(figures))
  return {
    title: 'The standard walk: old way against new',
    command: 'npm run bench -- journey',
    note: note(figures),
    heading: ['what', 'old', 'new', 'new / old', 'wanted', 'reached'],
    rows,
  }
}

function hitRatio(old: WayFigures, now: WayFigures): Cells {
  const share = ({ hits }: WayFigures) => hits.hits / hits.reads
  const cell = (way: WayFigures) =>
    `${(100 * share(way)).toFixed(1)} % of ${whole(way.hits.reads)} reads`
  const reached = share(now) >= goals.hitRatio ? 'yes' : 'no'
  return [
    'hit ratio, all walks',
    cell(old),
    cell(now),
    '',
    `new: at least ${100 * goals.hitRatio} %`,
    reached,
  ]
}

function wrongScreens({ walks, counted }: JourneyFigures): Cells {
  const seen = (name: string) => [...walks, ...counted].filter(({ way }) => way === name)
  const wrong = (name: string) =>
    seen(name).flatMap(({ steps }) => steps.filter((step) => step.wrong.length > 0)).length
  const all = (name: string) => seen(name).flatMap(({ steps }) => steps).length
  const cell = (name: string) => `${wrong(name)} of ${all(name)}`
  return [
    'wrong screens, all walks',
    cell('old'),
    cell('new'),
    '',
    'new: 0',
    wrong('new') === 0 ? 'yes' : 'no',
  ]
}

function note({ rounds, walks, counted }: JourneyFigures): string {
  const words = new Map<string, number>()
  for (const { way, steps } of [...walks, ...counted]) {
    for (const { step, wrong } of steps) {
      for (const { what, shown, true: so } of wrong) {
        const sentence = `${way} way, ${step}: ${what} shown as ${shown}, was ${so}`
        words.set(sentence, (words.get(sentence) ?? 0) + 1)
      }
    }
  }
  const wrong = [...words].map(([sentence, times]) => `${sentence} (${times}×)`)
  return (
    `Sign in, switch the engagement, decide about 200 columns, look through the inventory, go back, ` +
    `reload, open a second tab: in a browser that has never been there, each way on two processes ` +
    `that take requests in turn, on a database of its own; the ways in turn, medians of ${rounds} ` +
    `walks. A time is that from what the person did until what they waited for stood there. A ` +
    `screen is wrong when it shows a number, a name or a place that the database no longer had ` +
    `when it was asked for. Shown wrong: ${wrong.length > 0 ? wrong.join('; ') : 'nothing'}.`
  )
}

/** Each step of the walk, old beside new. */
export function journeyByStep({ ways }: JourneyFigures): Section {
  const both = (name: string, of: (figures: Figures) => number) => {
    const [before, after] = [ways.old.steps[name], ways.new.steps[name]]
    return `${before ? whole(of(before)) : '–'} → ${after ? whole(of(after)) : '–'}`
  }
  return {
    title: 'The standard walk, step by step',
    command: 'npm run bench -- journey',
    note: 'Old way → new way, medians. Files of the build are among the requests of the first step.',
    heading: ['step', 'ms', 'requests', 'KiB', 'server renders', 'statements', 'Redis commands'],
    rows: Object.keys(ways.old.steps).map((name) => [
      name,
      both(name, ({ ms }) => ms),
      both(name, ({ requests }) => requests),
      both(name, ({ bytes }) => bytes / 1024),
      both(name, ({ renders }) => renders),
      both(name, ({ statements }) => statements),
      both(name, ({ redisCommands }) => redisCommands),
    ]),
  }
}
