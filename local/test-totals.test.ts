import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readPlaywrightTotals, readVitestTotals, sumTotals } from './test-totals.mjs'

const folder = mkdtempSync(path.join(tmpdir(), 'portolan-totals-'))
afterAll(() => rmSync(folder, { recursive: true }))

function write(report: unknown): string {
  const file = path.join(folder, 'report.json')
  writeFileSync(file, JSON.stringify(report))
  return file
}

const vitest = {
  numPassedTests: 3,
  numFailedTests: 1,
  numPendingTests: 1,
  numTodoTests: 1,
  testResults: [{ status: 'passed', assertionResults: [{}] }],
}

test('vitest’s figures are taken as they are', () => {
  expect(readVitestTotals(write(vitest), 1)).toEqual({ passed: 3, failed: 1, skipped: 2 })
})

test('a test file that could not be run is a failure', () => {
  const testResults = [...vitest.testResults, { status: 'failed', assertionResults: [] }]
  expect(readVitestTotals(write({ ...vitest, testResults }), 1).failed).toBe(2)
})

test('a run that ended badly has failed, whatever its figures say', () => {
  expect(readVitestTotals(write({ ...vitest, numFailedTests: 0 }), 1).failed).toBe(1)
  expect(readVitestTotals(path.join(folder, 'missing.json'), 0).failed).toBe(1)
  const stats = { expected: 2, unexpected: 0, flaky: 0, skipped: 0 }
  expect(readPlaywrightTotals(write({ stats }), 1).failed).toBe(1)
})

test('a browser test that passed only the second time has failed', () => {
  const stats = { expected: 2, unexpected: 1, flaky: 1, skipped: 3 }
  expect(readPlaywrightTotals(write({ stats }), 1)).toEqual({ passed: 2, failed: 2, skipped: 3 })
})

test('totals add up', () => {
  const one = { passed: 1, failed: 2, skipped: 3 }
  expect(sumTotals([one, one])).toEqual({ passed: 2, failed: 4, skipped: 6 })
  expect(sumTotals([])).toEqual({ passed: 0, failed: 0, skipped: 0 })
})
