import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { performance } from 'node:perf_hooks'
import { dataDirectory, inProject } from './paths.mjs'
import { run } from './processes.mjs'
import { formatSeconds, say } from './report.mjs'
import { countOne, readPlaywrightTotals, readVitestTotals } from './test-totals.mjs'
import { commandScript } from './tools.mjs'

/** @typedef {import('./test-totals.mjs').Totals} Totals */

const artefacts = path.join(dataDirectory, 'test')

/** @param {string} name @returns {string} a new report's file */
function reportFile(name) {
  mkdirSync(artefacts, { recursive: true })
  const file = path.join(artefacts, `${name}.json`)
  rmSync(file, { force: true })
  return file
}

/**
 * Runs a part of the tests and says how it went; its output is shown when something failed.
 * @param {string} title
 * @param {() => Promise<{ totals: Totals, output: string }>} work
 * @returns {Promise<Totals>}
 */
export async function runStep(title, work) {
  const started = performance.now()
  const { totals, output } = await work().catch((/** @type {Error} */ error) => ({
    totals: countOne(false),
    output: error.message,
  }))
  const { passed, failed, skipped } = totals
  const figures = `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`
  if (failed > 0) say(`\n${output.trimEnd()}\n`)
  const mark = failed > 0 ? '✗' : '✓'
  say(`${mark} ${title}: ${figures} (${formatSeconds(performance.now() - started)})`)
  return totals
}

/**
 * A program of a dependency that holds or not, by its exit code.
 * @param {string} title @param {string} packageName @param {string[]} args @param {string} [command]
 */
export function runCheck(title, packageName, args, command) {
  return runStep(title, async () => {
    const { code, output } = await run(
      process.execPath,
      [commandScript(packageName, command), ...args],
      { cwd: inProject() },
    )
    return { totals: countOne(code === 0), output }
  })
}

/** @param {string} title @param {() => Promise<unknown>} work holds unless it throws */
export function runGuarded(title, work) {
  return runStep(title, async () => {
    await work()
    return { totals: countOne(true), output: '' }
  })
}

/**
 * @param {string} title
 * @param {string[]} projects of vitest.config.ts
 * @param {Record<string, string>} [env]
 */
export function runVitest(title, projects, env = {}) {
  return runStep(title, async () => {
    const file = reportFile(`vitest-${projects.join('-')}`)
    const { code, output } = await run(
      process.execPath,
      [
        commandScript('vitest'),
        'run',
        ...projects.map((project) => `--project=${project}`),
        '--passWithNoTests',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${file}`,
      ],
      { cwd: inProject(), env: { ...process.env, ...env } },
    )
    return { totals: readVitestTotals(file, code), output }
  })
}

/** @param {Record<string, string>} env where the sites and Chromium are */
export function runPlaywright(env) {
  return runStep('browser', async () => {
    const file = reportFile('playwright')
    const { code, output } = await run(
      process.execPath,
      [commandScript('playwright'), 'test', '--reporter=list,json'],
      {
        cwd: inProject(),
        env: { ...process.env, ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: file },
      },
    )
    return { totals: readPlaywrightTotals(file, code), output }
  })
}
