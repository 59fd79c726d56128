import { parseArgs } from 'node:util'
import { LaunchError } from './report.mjs'

export const usage = `Usage: npm run up [-- --port N] [--fresh]
  --port N   the site's port (default: 3000, or the next free one)
  --fresh    throws away the data of earlier runs first`

/**
 * @returns {{ port?: number, fresh: boolean, help: boolean }}
 * @throws LaunchError when an option is unknown or wrong
 */
export function readOptions() {
  try {
    const { values } = parseArgs({
      options: { port: { type: 'string' }, fresh: { type: 'boolean' }, help: { type: 'boolean' } },
    })
    const port = values.port === undefined ? undefined : Number(values.port)
    if (port !== undefined && !(Number.isInteger(port) && port > 0 && port < 65536)) {
      throw new Error(`--port needs a number between 1 and 65535, not "${values.port}"`)
    }
    return { port, fresh: values.fresh ?? false, help: values.help ?? false }
  } catch (error) {
    throw new LaunchError(`${/** @type {Error} */ (error).message}\n${usage}`)
  }
}
