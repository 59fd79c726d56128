import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { checkNodeVersion, ensureInstalled } from '../local/install.mjs'
import { dataDirectory } from '../local/paths.mjs'
import { LaunchError, runProgram, say, timed } from '../local/report.mjs'
import { prepareDataDirectory } from '../local/state.mjs'
import { buildForVercel, ensureVercelInstalled } from './check-vercel/build.mjs'
import { copyCheckout } from './check-vercel/copy-checkout.mjs'
import { checkOutput } from './check-vercel/output.mjs'

/**
 * Builds the site as Vercel does, without an account, in a copy of the checkout (so that a site
 * that runs keeps its own build), and checks what would be deployed.
 */
async function main() {
  checkNodeVersion()
  await ensureInstalled()
  prepareDataDirectory(dataDirectory)
  const copy = path.join(dataDirectory, 'vercel')
  rmSync(copy, { recursive: true, force: true })
  mkdirSync(copy, { recursive: true })
  const cli = await ensureVercelInstalled()
  await timed('checkout copied', async () => copyCheckout(copy))
  await timed('built for Vercel', () => buildForVercel(cli, copy))
  const output = path.join(copy, '.vercel', 'output')
  const { facts, problems } = checkOutput(output)
  for (const fact of facts) say(`  ${fact}`)
  if (problems.length > 0) {
    const words = problems.join('\n  ')
    throw new LaunchError(`The output in ${output} is not what it should be:\n  ${words}`)
  }
  rmSync(copy, { recursive: true, force: true })
  process.stdout.write('check:vercel passed\n')
}

runProgram(main)
