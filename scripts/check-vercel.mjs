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
  try {
    const cli = await ensureVercelInstalled()
    await timed('checkout copied', async () => copyCheckout(copy))
    await timed('built for Vercel', () => buildForVercel(cli, copy))
    const { facts, problems } = checkOutput(path.join(copy, '.vercel', 'output'))
    for (const fact of facts) say(`  ${fact}`)
    if (problems.length > 0) {
      throw new LaunchError(`The output is not what it should be:\n  ${problems.join('\n  ')}`)
    }
    process.stdout.write('check:vercel passed\n')
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}

runProgram(main)
