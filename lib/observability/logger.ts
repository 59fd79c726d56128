import pino, { type Logger } from 'pino'

export type { Logger }

/**
 * Makes the process's logger: one JSON line per event, on standard output.
 * Callers log names, ids and reference numbers; never secrets, tokens or cell values.
 */
export function createLogger(level: string): Logger {
  return pino({ level, base: null, redact: ['*.password', '*.token', '*.secret'] })
}
