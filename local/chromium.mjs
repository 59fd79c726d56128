import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { findOnPath } from './find-on-path.mjs'
import { inProject } from './paths.mjs'
import { run } from './processes.mjs'
import { LaunchError, say } from './report.mjs'
import { commandScript } from './tools.mjs'

/** @typedef {{ file: string, origin: string }} Chromium */

const programs = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome']
const installLimitMs = 180_000

/** @param {string} file whether it starts on this machine: a library may be missing */
async function starts(file) {
  try {
    return (await run(file, ['--version', '--no-sandbox'], { timeout: 20_000 })).code === 0
  } catch {
    return false
  }
}

/** @returns {string} where Playwright puts its own */
function playwrightFile() {
  const require = createRequire(inProject('package.json'))
  return require('playwright').chromium.executablePath()
}

/** @returns {Promise<Chromium | null>} Playwright's own, downloaded when it is not there */
async function findPlaywrightOwn() {
  const file = playwrightFile()
  if (!existsSync(file)) {
    say('  no Chromium on PATH; trying Playwright’s download …')
    await run(process.execPath, [commandScript('playwright'), 'install', 'chromium'], {
      cwd: inProject(),
      timeout: installLimitMs,
    })
  }
  return existsSync(file) && (await starts(file)) ? { file, origin: 'Playwright’s download' } : null
}

/** @returns {Promise<Chromium | null>} */
async function installDebianPackage() {
  if (process.getuid?.() !== 0 || !findOnPath(['apt-get'])) return null
  say('  trying Debian’s package (apt-get install chromium) …')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  await run('apt-get', ['update'], { env, timeout: installLimitMs })
  await run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], {
    env,
    timeout: 2 * installLimitMs,
  })
  const file = findOnPath(programs)
  return file && (await starts(file)) ? { file, origin: 'Debian’s package' } : null
}

/**
 * Finds a Chromium: the executable that PORTOLAN_CHROMIUM names, one on PATH, Playwright's own
 * download, Debian's package.
 * @returns {Promise<Chromium>}
 * @throws LaunchError with the line to run when none can be had
 */
export async function findChromium() {
  const named = process.env.PORTOLAN_CHROMIUM
  if (named) {
    if (await starts(named)) return { file: named, origin: 'PORTOLAN_CHROMIUM' }
    throw new LaunchError(`PORTOLAN_CHROMIUM names ${named}, which does not start.`)
  }
  const onPath = findOnPath(programs)
  if (onPath && (await starts(onPath))) return { file: onPath, origin: 'on PATH' }
  const found = (await findPlaywrightOwn()) ?? (await installDebianPackage())
  if (found) return found
  throw new LaunchError(
    'No Chromium starts on this machine, and the browser tests need one. Run this, then try again:\n' +
      (findOnPath(['apt-get'])
        ? '  sudo apt-get update && sudo apt-get install -y chromium'
        : '  npx playwright install --with-deps chromium') +
      '\nor name one: PORTOLAN_CHROMIUM=/path/to/chromium npm test',
  )
}
