import { readSourceFiles } from '../../structure/source-files'
import { uxItems } from './items'
import { testsByItem } from './titles'

/** `npm run -s ux:count`: which of the items have a test that carries their number, and where. */
const specs = readSourceFiles().filter(({ path }) => path.endsWith('.spec.ts'))
const tests = testsByItem(specs)
for (const [number, words] of Object.entries(uxItems)) {
  const own = tests.get(Number(number)) ?? []
  process.stdout.write(`${number.padStart(2)} ${own.length > 0 ? '✓' : '–'} ${words}\n`)
  for (const test of own) process.stdout.write(`     ${test}\n`)
}
const covered = Object.keys(uxItems).filter((number) => tests.has(Number(number)))
process.stdout.write(`${covered.length} of ${Object.keys(uxItems).length}\n`)
