import { performance } from 'node:perf_hooks'

/** @param {string} text one progress line, on stderr so that stdout stays for results */
export function say(text) {
  process.stderr.write(`${text}\n`)
}

/** @param {number} milliseconds */
export function formatSeconds(milliseconds) {
  return `${(milliseconds / 1000).toFixed(1)} s`
}

/**
 * Runs `work` and says how long it took.
 * @template T
 * @param {string} title
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function timed(title, work) {
  const started = performance.now()
  const result = await work()
  say(`  ${title} (${formatSeconds(performance.now() - started)})`)
  return result
}

/** An error whose message alone tells the person what to do; its stack would only hide it. */
export class LaunchError extends Error {}

/**
 * Runs a command line program: a LaunchError is printed as words, anything else with its stack.
 * @param {() => Promise<void>} main
 */
export function runProgram(main) {
  // Whoever read the output may have left; that is no reason to leave the work half done.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)
  main().catch((/** @type {unknown} */ error) => {
    if (error instanceof LaunchError) say(`\n${error.message}`)
    else say(`\n${error instanceof Error ? error.stack : String(error)}`)
    process.exit(1)
  })
}
