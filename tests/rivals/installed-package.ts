import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

const folder = import.meta.dirname

/** The rivals are a package of their own: nothing that the site needs. */
export function ensureRivalsInstalled(): void {
  if (existsSync(path.join(folder, 'node_modules'))) return
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const { status } = spawnSync(npm, ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (status !== 0) throw new Error('npm ci failed in tests/rivals')
}

/** @param Module what is used of the package, in our own words: its types may not be installed */
export async function importRival<Module>(name: string): Promise<Module> {
  const file = createRequire(path.join(folder, 'package.json')).resolve(name)
  return import(pathToFileURL(file).href)
}

/** @returns the installed version */
export function versionOfRival(name: string): string {
  const require = createRequire(path.join(folder, 'package.json'))
  return require(`${folder}/node_modules/${name}/package.json`).version
}
