import path from 'node:path'
import { expect, test } from 'vitest'
import { run } from '@/local/processes.mjs'
import { commandScript } from '@/local/tools.mjs'

test('a test that prints what it does not expect fails', async () => {
  const config = path.join(import.meta.dirname, 'fixtures', 'vitest.config.ts')
  const { output } = await run(process.execPath, [
    commandScript('vitest'),
    'run',
    `--config=${config}`,
    '--reporter=json',
  ])
  const report = JSON.parse(output.slice(output.indexOf('{')))
  const outcomes = report.testResults[0].assertionResults.map(
    (result: { title: string; status: string }) => [result.title, result.status],
  )
  expect(outcomes).toEqual([
    ['says nothing', 'passed'],
    ['prints to the console', 'failed'],
    ['writes to standard error', 'failed'],
    ['expects what it prints', 'passed'],
  ])
}, 60_000)
