import { prepareEnding } from '../local/ending.mjs'
import { isKept } from './chaos/figures'
import { type ChaosOptions, readOptions, usage } from './chaos/options'
import { runChaos } from './chaos/run-chaos'
import { startWorld } from './chaos/world'

/** @returns the exit status */
async function main(options: ChaosOptions): Promise<number> {
  const ending = prepareEnding()
  try {
    const world = await startWorld(options.path, ending.beforeEnd)
    const figures = await runChaos(world, options)
    if (options.json) console.log(JSON.stringify(figures, null, 2))
    else for (const [name, value] of Object.entries(figures)) console.log(name, value)
    return isKept(figures) ? 0 : 1
  } finally {
    await ending.end()
  }
}

/** @returns null after saying what was wrong with the words, or what words there are */
function understand(args: readonly string[]): ChaosOptions | null {
  try {
    const options = readOptions(args)
    if (!options) console.log(usage)
    return options
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`)
    process.exitCode = 2
    return null
  }
}

const options = understand(process.argv.slice(2))
if (options) process.exitCode = await main(options)
