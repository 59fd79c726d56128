import { createRequire } from 'node:module'
import path from 'node:path'
import { inProject } from './paths.mjs'
import { run } from './processes.mjs'
import { LaunchError } from './report.mjs'

const require = createRequire(import.meta.url)

/**
 * The script behind a dependency's command, to be run by this very Node without a shell between.
 * @param {string} packageName @param {string} [command]
 */
export function commandScript(packageName, command = packageName) {
  const manifest = inProject('node_modules', packageName, 'package.json')
  const { bin } = require(manifest)
  return path.join(path.dirname(manifest), typeof bin === 'string' ? bin : bin[command])
}

/**
 * Runs one of the project's TypeScript programs.
 * @param {string[]} words file and arguments
 * @param {Record<string, string | undefined>} env added to this process's
 * @throws LaunchError with the program's words when it fails
 */
export async function runScript(words, env) {
  const { code, output } = await run(process.execPath, [commandScript('tsx'), ...words], {
    cwd: inProject(),
    env: { ...process.env, ...env },
  })
  if (code !== 0) throw new LaunchError(`${words.join(' ')} failed:\n${output}`)
}
