import { inProject } from './paths.mjs'
import { readJson } from './state.mjs'

/** @typedef {{ path: string, schedule: string }} CronEntry */

const fieldRanges = [
  [0, 59],
  [0, 23],
  [1, 31],
  [1, 12],
  [0, 6],
]

/**
 * @param {string} field one field of a schedule: `*`, `5`, `1-5`, `* /10` without the blank, lists
 * @param {number} value
 * @param {number[]} range
 */
function matchesField(field, value, [low = 0, high = 59]) {
  return field.split(',').some((part) => {
    const [span = '*', step = '1'] = part.split('/')
    const [first, last] = span === '*' ? [low, high] : span.split('-').map(Number)
    const from = first ?? low
    const to = last ?? (part.includes('/') ? high : from)
    return value >= from && value <= to && (value - from) % Number(step) === 0
  })
}

/**
 * Whether a schedule of five fields names this minute, in UTC as on Vercel.
 * @param {string} schedule
 * @param {Date} time
 */
export function isDue(schedule, time) {
  const values = [
    time.getUTCMinutes(),
    time.getUTCHours(),
    time.getUTCDate(),
    time.getUTCMonth() + 1,
    time.getUTCDay(),
  ]
  const fields = schedule.trim().split(/\s+/)
  return values.every((value, i) => matchesField(fields[i] ?? '*', value, fieldRanges[i] ?? []))
}

/**
 * Calls the paths of vercel.json at their minutes, as Vercel does.
 * @param {{ url: string, secret: string, report: (line: string) => void }} options
 * @returns {() => void} stops it
 */
export function startCron({ url, secret, report }) {
  /** @type {CronEntry[]} */
  const entries = readJson(inProject('vercel.json'))?.crons ?? []
  const running = new Set()

  /** @param {CronEntry} entry */
  const call = async ({ path }) => {
    if (running.has(path)) return
    running.add(path)
    try {
      const response = await fetch(url + path, {
        headers: { authorization: `Bearer ${secret}`, 'user-agent': 'vercel-cron/1.0' },
        signal: AbortSignal.timeout(300_000),
      })
      if (!response.ok) report(`cron ${path} answered ${response.status}`)
      await response.arrayBuffer()
    } catch (error) {
      report(`cron ${path} failed: ${/** @type {Error} */ (error).message}`)
    } finally {
      running.delete(path)
    }
  }

  /** @type {NodeJS.Timeout} */
  let timer
  const waitForNextMinute = () => {
    timer = setTimeout(
      () => {
        const now = new Date()
        for (const entry of entries) if (isDue(entry.schedule, now)) void call(entry)
        waitForNextMinute()
      },
      60_000 - (Date.now() % 60_000),
    )
  }
  waitForNextMinute()
  return () => clearTimeout(timer)
}
