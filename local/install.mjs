import { spawn } from 'node:child_process'
import { inProject } from './paths.mjs'
import { LaunchError, say, timed } from './report.mjs'
import { readJson } from './state.mjs'

/**
 * Whether node_modules holds what the lockfile names. npm keeps its own record of what it put
 * there, so an install made by hand counts too. Packages of other platforms may be missing.
 */
export function isInstalled() {
  const wanted = readJson(inProject('package-lock.json'))?.packages
  const present = readJson(inProject('node_modules', '.package-lock.json'))?.packages
  if (!wanted || !present) return false
  return Object.entries(wanted).every(
    ([name, entry]) => name === '' || entry.optional || present[name]?.version === entry.version,
  )
}

/** @param {string[]} args @returns {Promise<number>} npm's exit code */
function runNpm(args) {
  return new Promise((resolve, reject) => {
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
    const child = spawn(npm, args, {
      cwd: inProject(),
      stdio: ['ignore', process.stderr.fd, 'inherit'],
      shell: process.platform === 'win32',
    })
    child.once('error', reject)
    child.once('close', (code) => resolve(code ?? 1))
  })
}

/**
 * Installs the dependencies when they are not those of the lockfile.
 * @throws LaunchError when npm fails
 */
export async function ensureInstalled() {
  if (isInstalled()) return
  say('Installing dependencies (npm ci) …')
  await timed('dependencies installed', async () => {
    const code = await runNpm(['ci', '--include=dev', '--no-audit', '--no-fund'])
    if (code !== 0) throw new LaunchError(`npm ci failed (exit code ${code}); its words are above.`)
  })
}

/** @throws LaunchError when this Node is too old */
export function checkNodeVersion() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  throw new LaunchError(`Node 20.19 or newer is needed; this is ${process.versions.node}.`)
}
