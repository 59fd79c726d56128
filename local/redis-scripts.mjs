import { createHash } from 'node:crypto'
import { SimpleString } from './redis-connection.mjs'

// Upstash's own flag; plain Redis refuses a script that names it.
const flagLine = /^#!lua flags=allow-key-locking\r?\n/

/** @param {string} script */
const sha1 = (script) => createHash('sha1').update(script).digest('hex')

/**
 * Upstash accepts a first line that plain Redis does not know. Scripts go on without it, and the
 * digest by which a client names its script is translated.
 */
export function createScriptTranslator() {
  /** @type {Map<string, string>} client's digest → the engine's */
  const digests = new Map()

  /** @param {string} script @returns {string} */
  function strip(script) {
    const stripped = script.replace(flagLine, '')
    if (stripped !== script) digests.set(sha1(script), sha1(stripped))
    return stripped
  }

  /** @param {string[]} command */
  const isLoad = ([name, verb]) =>
    name?.toUpperCase() === 'SCRIPT' && verb?.toUpperCase() === 'LOAD'

  return {
    /** @param {string[]} command @returns {string[]} as the engine knows it */
    translate(command) {
      const [name = '', first = '', ...rest] = command
      const verb = name.toUpperCase()
      if (verb === 'EVAL' || verb === 'EVAL_RO') return [name, strip(first), ...rest]
      if (verb === 'EVALSHA' || verb === 'EVALSHA_RO') {
        return [name, digests.get(first.toLowerCase()) ?? first, ...rest]
      }
      if (isLoad(command)) return [name, first, strip(rest[0] ?? '')]
      return command
    },
    /**
     * @param {string[]} command as the client sent it
     * @param {import('./redis-connection.mjs').Reply} reply
     * @returns {import('./redis-connection.mjs').Reply} with the digest that the client expects
     */
    restore(command, reply) {
      const script = command[2] ?? ''
      return isLoad(command) && flagLine.test(script) ? new SimpleString(sha1(script)) : reply
    },
  }
}
