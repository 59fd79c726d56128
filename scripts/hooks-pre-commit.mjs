import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/**
 * Looks at what is staged: format and lint of the staged files, types of the whole. Run by git
 * before each commit.
 */

const bin = (/** @type {string} */ name) => `node_modules/.bin/${name}`

/** @param {string} command @param {string[]} args @returns {boolean} whether it found nothing */
function passes(command, args) {
  return spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'] }).status === 0
}

/** @returns {string[]} staged files that still exist */
function stagedFiles() {
  const list = spawnSync('git', ['diff', '--cached', '--name-only', '--diff-filter=ACMR', '-z'], {
    encoding: 'utf8',
  })
  return list.stdout.split('\0').filter((file) => file && existsSync(file))
}

function check() {
  if (!existsSync(bin('biome'))) {
    process.stderr.write('pre-commit: nothing is installed yet, so nothing was checked (npm ci)\n')
    return true
  }
  const files = stagedFiles()
  if (files.length === 0) return true
  const checks = [
    () => passes(bin('biome'), ['check', '--no-errors-on-unmatched', ...files]),
    () =>
      !files.some((file) => /\.(ts|tsx|mjs|json)$/.test(file)) || passes(bin('tsc'), ['--noEmit']),
  ]
  return checks.every((run) => run())
}

if (!check()) {
  process.stderr.write('pre-commit: mend the above (npm run format mends the form), then commit\n')
  process.exit(1)
}
