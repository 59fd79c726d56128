import { appendFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { performance } from 'node:perf_hooks'
import { buildSite } from './build.mjs'
import { startCron } from './cron.mjs'
import { ownerEnvironment, prepareDatabase } from './database.mjs'
import { prepareEnding } from './ending.mjs'
import { checkNodeVersion, ensureInstalled } from './install.mjs'
import { readOptions, usage } from './options.mjs'
import { dataDirectory } from './paths.mjs'
import { findFreePortFrom, isPortFree } from './ports.mjs'
import { endGroup, identify, isStillRunning } from './processes.mjs'
import { formatSeconds, LaunchError, say, timed } from './report.mjs'
import { spawnSite, waitUntilReady } from './site.mjs'
import { prepareDataDirectory, readJson, writeJson } from './state.mjs'

/**
 * @typedef {import('./far-ends.mjs').FarEnds} FarEnds
 * @typedef {ReturnType<typeof prepareEnding>} Ending
 * @typedef {{ mode: 'start' | 'dev', port: number, farEnds: FarEnds, ending: Ending,
 *   launchedAt: number }} Launch
 */

const noteFile = path.join(dataDirectory, 'launcher.json')
const siteFile = path.join(dataDirectory, 'site.json')
const siteLog = path.join(dataDirectory, 'site.log')

/** Refuses a second launcher of this checkout, and ends what a killed one left behind. */
async function takeOver() {
  const note = readJson(noteFile)
  if (isStillRunning(note?.launcher)) {
    const url = readJson(siteFile)?.url
    const where = url ? ` at ${url}` : ''
    throw new LaunchError(`It is already running${where} (process ${note.launcher.pid}).`)
  }
  if (isStillRunning(note?.site)) await endGroup(note.site.pid)
  rmSync(siteFile, { force: true })
  writeJson(noteFile, { launcher: identify(process.pid) })
}

/** @param {number | undefined} wanted */
async function choosePort(wanted) {
  if (wanted === undefined) return findFreePortFrom(3000)
  if (await isPortFree(wanted)) return wanted
  throw new LaunchError(`Port ${wanted} is taken; npm run up -- --port N chooses another.`)
}

async function wipe() {
  const { wipePostgres } = await import('./postgres.mjs')
  await wipePostgres(dataDirectory)
  rmSync(dataDirectory, { recursive: true, force: true })
  prepareDataDirectory(dataDirectory)
  writeJson(noteFile, { launcher: identify(process.pid) })
  say('  the data of earlier runs is thrown away')
}

const logins = `  demo logins, password portolan-demo:
    admin@portolan.test           administers the platform
    manager@portolan.test         manages the engagement
    analyst@portolan.test         imports, maps, approves
    viewer@portolan.test          reads
    analyst@other.portolan.test   works for another client account`

/** @param {string} text */
function recordOutput(text) {
  process.stderr.write(text)
  appendFileSync(siteLog, text)
}

/** @param {import('./site.mjs').Site} site @param {Launch} launch */
function announce(site, { farEnds, launchedAt }) {
  const env = { ...ownerEnvironment(farEnds), APP_URL: site.url }
  writeJson(siteFile, { url: site.url, pid: site.pid, launcherPid: process.pid, env })
  process.stdout.write(`ready ${site.url}\n${logins}\n`)
  say(`  after ${formatSeconds(performance.now() - launchedAt)}; Ctrl-C ends everything`)
}

/**
 * Keeps the site running: starts its process, and again when it dies.
 * @param {Launch} launch
 * @throws LaunchError when it dies again and again
 */
async function keepSiteRunning(launch) {
  const { mode, port, farEnds, ending } = launch
  /** @type {import('./site.mjs').Site | undefined} */
  let site
  ending.beforeEnd(() => site?.stop())
  for (let failures = 0; failures < 3; ) {
    site = spawnSite({ mode, port, env: farEnds.env, output: recordOutput })
    writeJson(noteFile, { launcher: identify(process.pid), site: identify(site.pid) })
    const ready = await waitUntilReady(site, port)
    if (ready) announce(site, launch)
    failures = ready ? 0 : failures + 1
    const code = await site.ended
    if (ending.isEnding()) return
    say(`\nThe site's process ended (${code}).`)
  }
  throw new LaunchError('The site does not start; its words are above.')
}

/** @param {Launch} launch */
async function prepareSite({ mode, farEnds }) {
  const building = mode === 'start' ? buildSite() : Promise.resolve()
  await Promise.all([building, prepareDatabase(farEnds, dataDirectory)])
  writeFileSync(siteLog, '', { mode: 0o600 })
}

/**
 * The whole of `npm run up` and `npm run dev`: from a bare checkout to a site that answers, until
 * it is told to end.
 * @param {'start' | 'dev'} mode
 * @throws LaunchError with what to do
 */
export async function launch(mode) {
  checkNodeVersion()
  const options = readOptions()
  if (options.help) return say(usage)
  const launchedAt = performance.now()
  prepareDataDirectory(dataDirectory)
  await takeOver()
  const ending = prepareEnding()
  ending.beforeEnd(() => {
    for (const file of [siteFile, noteFile]) rmSync(file, { force: true })
  })
  try {
    const port = await choosePort(options.port)
    await ensureInstalled()
    if (options.fresh) await wipe()
    const { startFarEnds } = await import('./far-ends.mjs')
    const farEnds = await timed('far ends started', () => startFarEnds({ dataDirectory }))
    ending.beforeEnd(farEnds.stop)
    for (const line of farEnds.description) say(`    ${line}`)
    const run = { mode, port, farEnds, ending, launchedAt }
    await prepareSite(run)
    const secret = farEnds.env.CRON_SECRET ?? ''
    ending.beforeEnd(startCron({ url: `http://127.0.0.1:${port}`, secret, report: say }))
    await keepSiteRunning(run)
  } finally {
    // What fails because everything is being ended is no news.
    const asked = ending.isEnding()
    await ending.end()
    if (asked) process.exit(0)
  }
}
