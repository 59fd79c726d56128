import { readJson } from './state.mjs'

/** @typedef {{ passed: number, failed: number, skipped: number }} Totals */

/** @param {boolean} ok @returns {Totals} of a check that either holds or does not */
export const countOne = (ok) => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 })

/** @param {Totals[]} all @returns {Totals} */
export function sumTotals(all) {
  return all.reduce(
    (sum, { passed, failed, skipped }) => ({
      passed: sum.passed + passed,
      failed: sum.failed + failed,
      skipped: sum.skipped + skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  )
}

/**
 * A run whose figures say that all is well, but that did not end well, failed all the same.
 * @param {Totals} totals @param {number} code exit code
 * @returns {Totals}
 */
function withExitCode(totals, code) {
  return code !== 0 && totals.failed === 0 ? { ...totals, failed: 1 } : totals
}

/**
 * @param {string} file vitest's JSON report
 * @param {number} code vitest's exit code
 * @returns {Totals} a file that could not be run at all counts as one failure
 */
export function readVitestTotals(file, code) {
  const report = readJson(file)
  if (!report) return countOne(false)
  /** @type {{ status: string, assertionResults: unknown[] }[]} */
  const files = report.testResults
  const unrunnable = files.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  )
  const totals = {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unrunnable.length,
    skipped: report.numPendingTests + report.numTodoTests,
  }
  return withExitCode(totals, code)
}

/**
 * @param {string} file Playwright's JSON report
 * @param {number} code Playwright's exit code
 * @returns {Totals}
 */
export function readPlaywrightTotals(file, code) {
  const report = readJson(file)
  if (!report) return countOne(false)
  const { expected, unexpected, flaky, skipped } = report.stats
  return withExitCode({ passed: expected, failed: unexpected + flaky, skipped }, code)
}
