import { performance } from 'node:perf_hooks'
import { buildSite } from './build.mjs'
import { findChromium } from './chromium.mjs'
import { prepareEnding } from './ending.mjs'
import { checkNodeVersion, ensureInstalled } from './install.mjs'
import { formatSeconds, runProgram, say } from './report.mjs'
import { createSeededDatabase, startSites } from './test-sites.mjs'
import { runCheck, runGuarded, runPlaywright, runStep, runVitest } from './test-steps.mjs'
import { countOne, sumTotals } from './test-totals.mjs'
import { runScript } from './tools.mjs'

/**
 * @typedef {import('./test-totals.mjs').Totals} Totals
 * @typedef {import('./test-far-ends.mjs').TestFarEnds} TestFarEnds
 * @typedef {ReturnType<typeof prepareEnding>} Ending
 */

/** `npm run prove`: what takes too long for every day too. */
const isProof = process.argv.includes('--prove')

/** What needs no database, and the build: one after the other, beside the tests. */
async function checkSources() {
  return [
    await runCheck('format and lint', '@biomejs/biome', ['check', '.'], 'biome'),
    await runCheck('unused code and dependencies', 'knip', []),
    await runGuarded('build', buildSite),
    // The build writes the types of the routes.
    await runCheck('types', 'typescript', ['--noEmit'], 'tsc'),
    await runCheck('types of the launcher', 'typescript', ['--noEmit', '-p', 'local'], 'tsc'),
  ]
}

/** @param {Record<string, string>} farEnds names them */
async function runTests(farEnds) {
  const env = isProof ? { ...farEnds, PORTOLAN_PROVE: '1' } : farEnds
  const totals = [
    await runVitest('structure and unit', ['structure', 'unit', 'unit-doubles', 'eval'], env),
    await runVitest(
      'contract and integration',
      ['contract', 'integration', 'integration-doubles'],
      env,
    ),
  ]
  if (isProof) totals.push(await runVitest('long', ['long'], env))
  return totals
}

/**
 * @param {TestFarEnds} farEnds
 * @param {string} chromium
 * @param {Ending} ending
 */
async function testInBrowser(farEnds, chromium, ending) {
  const database = await createSeededDatabase(farEnds, 'browser')
  // A test compares what each answer read with what its route is said to read.
  // What an answer says is tried, not how fast a busy machine is.
  const settings = { REQUEST_TRACE: 'on', CACHE_READ_BUDGET_MS: '5000' }
  const sites = await startSites({ ...database, ...settings }, 2)
  ending.beforeEnd(sites.stop)
  const env = {
    ...database,
    PORTOLAN_SITE_URLS: sites.urls.join(','),
    PORTOLAN_CHROMIUM: chromium,
  }
  const totals = [await runPlaywright(env)]
  if (isProof) {
    totals.push(await runGuarded('measurements', () => runScript(['scripts/measurements.ts'], env)))
    const oneMinute = ['scripts/chaos.ts', '--minutes', '1', '--json']
    totals.push(await runGuarded('chaos for a minute', () => runScript(oneMinute, {})))
  }
  return totals
}

/** @param {Ending} ending @param {string} chromium @returns {Promise<Totals>} */
async function runEverything(ending, chromium) {
  const { startTestFarEnds } = await import('./test-far-ends.mjs')
  const { stop, ...farEnds } = await startTestFarEnds()
  ending.beforeEnd(stop)
  const testEnv = { PORTOLAN_TEST_FAR_ENDS: JSON.stringify(farEnds) }
  const beside = await Promise.all([checkSources(), runTests(testEnv)])
  const browser = await testInBrowser(farEnds, chromium, ending).catch((error) =>
    runStep('browser', async () => ({ totals: countOne(false), output: error.message })),
  )
  return sumTotals([...beside, browser].flat())
}

async function main() {
  const started = performance.now()
  checkNodeVersion()
  await ensureInstalled()
  const chromium = await findChromium()
  say(`Chromium: ${chromium.file} (${chromium.origin})`)
  const ending = prepareEnding()
  try {
    const { passed, failed } = await runEverything(ending, chromium.file)
    process.exitCode = failed > 0 ? 1 : 0
    await ending.end()
    say(`\nin ${formatSeconds(performance.now() - started)}`)
    process.stdout.write(`${passed} passed, ${failed} failed\n`)
  } finally {
    await ending.end()
  }
}

runProgram(main)
