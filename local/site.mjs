import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { inProject } from './paths.mjs'
import { endGroup } from './processes.mjs'
import { LaunchError } from './report.mjs'
import { commandScript } from './tools.mjs'

const leash = pathToFileURL(inProject('local', 'leash.mjs')).href

/**
 * Heap as of a small serverless function. On a large machine Node would otherwise put off collecting
 * and hold hundreds of MiB that nothing uses.
 */
const heapLimits = ['--max-old-space-size=512', '--max-semi-space-size=16']

/**
 * As long as load balancers keep connections: Node's own five seconds end just when a client that
 * pauses sends its next request, which is then lost.
 */
const keepAliveMs = 65_000

/**
 * @typedef {object} Site
 * @property {number} pid leader of its own process group
 * @property {string} url
 * @property {Promise<number>} ended with the exit code
 * @property {() => Promise<void>} stop
 */

/**
 * Starts one process of the site.
 * @param {{ mode: 'start' | 'dev', port: number, env: Record<string, string>,
 *   output: (text: string) => void, url?: string }} options
 *   url: the public address, when it is not the port's own
 * @returns {Site}
 */
export function spawnSite({ mode, port, env, output, url = `http://localhost:${port}` }) {
  const child = spawn(
    process.execPath,
    [
      ...(mode === 'start' ? heapLimits : []),
      '--import',
      leash,
      commandScript('next'),
      mode,
      '-p',
      String(port),
      '-H',
      '127.0.0.1',
      ...(mode === 'start' ? ['--keepAliveTimeout', String(keepAliveMs)] : []),
    ],
    {
      cwd: inProject(),
      // A group of its own: Ctrl-C reaches the launcher alone, which ends things in order.
      detached: true,
      stdio: ['pipe', 'pipe', 'pipe'],
      env: {
        ...process.env,
        ...env,
        APP_URL: url,
        NEXTAUTH_URL: url,
        NODE_ENV: mode === 'dev' ? 'development' : 'production',
        EDGE_CONFIG_DISABLE_DEVELOPMENT_SWR: '1',
        NEXT_TELEMETRY_DISABLED: '1',
        PORTOLAN_LAUNCHER: String(process.pid),
      },
    },
  )
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', output)
  const { pid } = child
  if (!pid) throw new LaunchError('The site’s process could not be started.')
  const ended = once(child, 'exit').then(([code]) => Number(code ?? 1))
  return { pid, url, ended, stop: () => endGroup(pid) }
}

/**
 * Waits until the site says that it serves.
 * @param {Site} site
 * @param {number} port
 * @returns {Promise<boolean>} false when its process ended first
 * @throws LaunchError after two minutes
 */
export async function waitUntilReady(site, port) {
  let ended = false
  site.ended.then(() => {
    ended = true
  })
  const deadline = Date.now() + 120_000
  let last = 'nothing'
  while (!ended) {
    if (Date.now() > deadline) {
      throw new LaunchError(`The site did not become ready; it last answered: ${last}`)
    }
    try {
      const response = await fetch(`http://127.0.0.1:${port}/api/health/ready`, {
        signal: AbortSignal.timeout(60_000),
      })
      last = `${response.status} ${(await response.text()).slice(0, 500)}`
      if (response.ok) return true
    } catch (error) {
      last = /** @type {Error} */ (error).message
    }
    await sleep(100)
  }
  return false
}
