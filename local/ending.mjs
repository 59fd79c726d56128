import { endRunningCommands } from './processes.mjs'
import { say } from './report.mjs'

/**
 * What a program must undo before it ends, in reverse order: once, whether it is told to end by
 * Ctrl-C or a signal, fails unexpectedly, or is done.
 */
export function prepareEnding() {
  /** @type {(() => unknown)[]} */
  const steps = []
  /** @type {Promise<void> | undefined} */
  let ending

  const end = async () => {
    await endRunningCommands()
    for (const step of steps.reverse()) await step()
  }
  const ends = {
    /** @param {() => unknown} step */
    beforeEnd: (step) => void steps.push(step),
    end: () => (ending ??= end()),
    isEnding: () => ending !== undefined,
  }
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => {
      if (ending) return
      say('\nEnding …')
      ends.end().then(
        () => process.exit(0),
        (error) => {
          say(String(error))
          process.exit(1)
        },
      )
    })
  }
  for (const event of ['uncaughtException', 'unhandledRejection']) {
    process.on(event, (error) => {
      say(`\n${error instanceof Error ? error.stack : String(error)}`)
      ends.end().finally(() => process.exit(1))
    })
  }
  return ends
}
