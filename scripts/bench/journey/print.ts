import type { Section } from '../../measurements/section'
import type { Figures } from './figures'
import type { JourneyFigures, PartFigures, WayFigures } from './journey'
import { type Part, parts } from './walk'
import { goals, wayNames } from './ways'

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
  of(part: PartFigures): number | null
  show?: (value: number) => string
  /** At most this share of the old way's figure. */
  goal?: number
}

const whole = (value: number) => Math.round(value).toLocaleString('en-US')
const kilobytes = (value: number) => (value / 1024).toFixed(1)
const total =
  (name: keyof Figures) =>
  ({ total: figures }: PartFigures) =>
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

const partTitles: Record<Part, string> = {
  first: 'The standard walk: old way against new',
  again: 'Its pages again, in the same browser',
}

const command = 'npm run bench -- journey'

/** The walk as a whole and step by step, old beside new. */
export function journeySections(figures: JourneyFigures): Section[] {
  return parts.flatMap((part) => [inTotal(figures, part), byStep(figures, part)])
}

function inTotal(figures: JourneyFigures, part: Part): Section {
  const { old, new: now } = figures.ways
  const rows = lines.map(({ what, of, show = whole, goal }): Cells => {
    const [before, after] = [of(old.parts[part]), of(now.parts[part])]
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
  rows.push(wrongScreens(figures, part))
  if (part === 'first') rows.push(hitRatio(old, now))
  return {
    title: partTitles[part],
    command,
    note: part === 'first' ? note(figures) : wrongInWords(figures, part),
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

/** Every step of a part in all walks of a way, counted ones too. */
function stepsOf({ walks, counted }: JourneyFigures, way: string, part: Part) {
  const all = [...counted, ...walks].filter((walk) => walk.way === way)
  return all.flatMap(({ steps }) => steps.filter((step) => step.part === part))
}

function wrongScreens(figures: JourneyFigures, part: Part): Cells {
  const wrong = (way: string) =>
    stepsOf(figures, way, part).filter((step) => step.wrong.length > 0).length
  const cell = (way: string) => `${wrong(way)} of ${stepsOf(figures, way, part).length}`
  const reached = wrong('new') === 0 ? 'yes' : 'no'
  return ['wrong screens, all walks', cell('old'), cell('new'), '', 'new: 0', reached]
}

function note(figures: JourneyFigures): string {
  return (
    `Sign in, switch the engagement, decide about 200 columns, look through the inventory, go back, ` +
    `reload, open a second tab: in a browser that has never been there, each way on two processes ` +
    `that take requests in turn, on a database of its own; the ways in turn, medians of ` +
    `${figures.rounds} walks. A time is that from what the person did until what they waited for ` +
    `stood there. A screen is wrong when it shows a number, a name or a place that the database no ` +
    `longer had when it was asked for. What stands for the old way: ` +
    `decisions/033-the-old-way-as-baseline.md. ${wrongInWords(figures, 'first')}`
  )
}

function wrongInWords(figures: JourneyFigures, part: Part): string {
  const times = new Map<string, number>()
  for (const way of wayNames) {
    for (const { step, wrong } of stepsOf(figures, way, part)) {
      for (const { what, shown, true: so } of wrong) {
        const sentence = `${way} way, ${step}: ${what} shown as ${shown}, was ${so}`
        times.set(sentence, (times.get(sentence) ?? 0) + 1)
      }
    }
  }
  const words = [...times].map(([sentence, count]) => `${sentence} (${count}×)`)
  return `Shown wrong: ${words.length > 0 ? words.join('; ') : 'nothing'}.`
}

function byStep({ ways }: JourneyFigures, part: Part): Section {
  const [old, now] = [ways.old.parts[part].steps, ways.new.parts[part].steps]
  const both = (name: string, of: (figures: Figures) => number) => {
    const [before, after] = [old[name], now[name]]
    return `${before ? whole(of(before)) : '–'} → ${after ? whole(of(after)) : '–'}`
  }
  return {
    title: `${partTitles[part]}, step by step`,
    command,
    note: 'Old way → new way, medians.',
    heading: ['step', 'ms', 'requests', 'KiB', 'server renders', 'statements', 'Redis commands'],
    rows: Object.keys(old).map((name) => [
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
