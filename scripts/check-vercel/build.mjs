import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { inProject } from '../../local/paths.mjs'
import { run } from '../../local/processes.mjs'
import { LaunchError, timed } from '../../local/report.mjs'

/** What a linked project would have been told by the dashboard. */
const project = {
  projectId: 'prj_local',
  orgId: 'team_local',
  settings: { framework: 'nextjs', installCommand: 'true', nodeVersion: '24.x' },
}

/**
 * The command line is a package of its own: heavy, and nothing that the site needs.
 * @returns {Promise<string>} its script
 */
export async function ensureVercelInstalled() {
  const folder = inProject('tests', 'vercel')
  const script = path.join(folder, 'node_modules', 'vercel', 'dist', 'vc.js')
  if (existsSync(script)) return script
  return timed('Vercel’s command line installed', async () => {
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
    const { code, output } = await run(npm, ['ci', '--ignore-scripts', '--no-audit'], {
      cwd: folder,
    })
    if (code !== 0) throw new LaunchError(`npm ci failed in tests/vercel:\n${output}`)
    return script
  })
}

/** @param {string} script of the command line @param {string} checkout */
export async function buildForVercel(script, checkout) {
  const settings = path.join(checkout, '.vercel')
  mkdirSync(settings, { recursive: true })
  writeFileSync(path.join(settings, 'project.json'), JSON.stringify(project))
  const { code, output } = await run(
    process.execPath,
    [script, 'build', '--prod', '--yes', '--global-config', path.join(settings, 'global')],
    {
      cwd: checkout,
      env: { ...process.env, VERCEL_TELEMETRY_DISABLED: '1', NEXT_TELEMETRY_DISABLED: '1' },
    },
  )
  if (code !== 0) throw new LaunchError(`vercel build failed:\n${output}`)
}
