import { existsSync, mkdirSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { fingerprint } from './fingerprint.mjs'
import { dataDirectory, inProject } from './paths.mjs'
import { identify, isStillRunning, run } from './processes.mjs'
import { LaunchError, say, timed } from './report.mjs'
import { readJson, writeJson } from './state.mjs'
import { commandScript } from './tools.mjs'

const buildSources = [
  'app',
  'components',
  'db',
  'lib',
  'public',
  'instrumentation.ts',
  'middleware.ts',
  'next.config.mjs',
  'package-lock.json',
  'postcss.config.mjs',
  'tsconfig.json',
]
const noteFile = inProject('.next', 'portolan-build.json')
const lockFile = inProject('.data', 'build.json')

/** Two builds in one folder would break each other: the later waits. */
async function waitForOtherBuild() {
  if (!isStillRunning(readJson(lockFile))) return
  say('  another build is running; waiting for it')
  while (isStillRunning(readJson(lockFile))) await sleep(200)
}

/**
 * Builds the site unless the last build was made of the same sources. It gets none of the site's
 * environment: what is built fits every port and database.
 * @throws LaunchError with the build's words when it fails
 */
export async function buildSite() {
  mkdirSync(dataDirectory, { recursive: true })
  await waitForOtherBuild()
  const digest = fingerprint(buildSources)
  if (existsSync(inProject('.next', 'BUILD_ID')) && readJson(noteFile)?.digest === digest) return
  writeJson(lockFile, identify(process.pid))
  try {
    await timed('site built', async () => {
      const { code, output } = await run(process.execPath, [commandScript('next'), 'build'], {
        cwd: inProject(),
        env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
      })
      if (code !== 0) throw new LaunchError(`next build failed:\n${output}`)
    })
    writeJson(noteFile, { digest })
  } finally {
    writeJson(lockFile, null)
  }
}
