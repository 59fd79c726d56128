import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

// Run by npm after an install, so it must never fail one.
const signature = '# written by scripts/hooks.mjs'
const hook = `#!/bin/sh
${signature}
exec node scripts/hooks-pre-commit.mjs
`

/** @returns {string | null} the folder where git looks for hooks */
function findHooksFolder() {
  if (process.env.CI || process.env.VERCEL || !existsSync('.git')) return null
  const answer = spawnSync('git', ['rev-parse', '--git-path', 'hooks'], { encoding: 'utf8' })
  return answer.status === 0 ? answer.stdout.trim() : null
}

function installHook() {
  const folder = findHooksFolder()
  if (!folder) return
  const file = path.join(folder, 'pre-commit')
  // A hook that somebody wrote by hand stays.
  if (existsSync(file) && !readFileSync(file, 'utf8').includes(signature)) return
  mkdirSync(folder, { recursive: true })
  writeFileSync(file, hook)
  chmodSync(file, 0o755)
}

installHook()
