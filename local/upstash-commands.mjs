import { connectRedis, RedisError } from './redis-connection.mjs'
import { createScriptTranslator } from './redis-scripts.mjs'

/**
 * @typedef {import('./redis-connection.mjs').RedisConnection} RedisConnection
 * @typedef {import('./redis-connection.mjs').Reply} Reply
 * @typedef {{ status: number, body: unknown }} Answer
 */

// These hold their connection, so the shared one must not run them.
const blockingCommands = new Set(
  'BLPOP BRPOP BLMOVE BLMPOP BRPOPLPUSH BZPOPMIN BZPOPMAX BZMPOP WAIT WAITAOF'.split(' '),
)

/** @param {string[]} command */
function isBlocking([name = '', ...words]) {
  const verb = name.toUpperCase()
  if (verb === 'XREAD' || verb === 'XREADGROUP') {
    return words.some((word) => word.toUpperCase() === 'BLOCK')
  }
  return blockingCommands.has(verb)
}

/**
 * @param {Reply} reply
 * @param {boolean} base64 whether the client asked for encoded strings
 * @returns {unknown} as JSON
 */
function toJson(reply, base64) {
  if (Array.isArray(reply)) return reply.map((item) => toJson(item, base64))
  if (reply instanceof RedisError) return reply.message
  if (typeof reply === 'number' || reply === null) return reply
  const bytes = Buffer.isBuffer(reply) ? reply : Buffer.from(reply.toString())
  return bytes.toString(base64 ? 'base64' : 'utf8')
}

/** @param {Reply} reply @param {boolean} base64 */
function toResult(reply, base64) {
  if (reply instanceof RedisError) return { error: reply.message }
  // The client leaves a bare OK as it is, but decodes the same word inside a list.
  const isBareOk = !Array.isArray(reply) && String(reply) === 'OK'
  return { result: toJson(reply, base64 && !isBareOk) }
}

/** @param {unknown} command @returns {string[]} */
function readCommand(command) {
  if (!Array.isArray(command) || command.length === 0) {
    throw new RedisError('ERR failed to parse command')
  }
  return command.map((word) => (typeof word === 'string' ? word : JSON.stringify(word)))
}

/** @param {unknown} body @returns {string[][]} */
function readCommands(body) {
  if (!Array.isArray(body)) throw new RedisError('ERR failed to parse pipeline request')
  return body.map(readCommand)
}

/** One connection for all callers, opened again after a loss. @param {string} url */
function shareConnection(url) {
  /** @type {Promise<RedisConnection> | undefined} */
  let current
  return {
    async get() {
      const connection = await current?.catch(() => undefined)
      if (connection && !connection.closed) return connection
      current = connectRedis(url)
      return current
    },
    async close() {
      const connection = await current?.catch(() => undefined)
      connection?.close()
    },
  }
}

/**
 * Runs what comes by Upstash's REST interface: one command, a pipeline or a transaction.
 * @param {string} redisUrl
 * @returns what answers a request, by its path and body, and what closes the connection
 */
export function createCommandRunner(redisUrl) {
  const shared = shareConnection(redisUrl)
  const scripts = createScriptTranslator()

  /** @param {string[][]} commands @returns {Promise<Reply[]>} */
  async function execute(commands) {
    const translated = commands.map((command) => scripts.translate(command))
    if (!translated.some(isBlocking)) {
      const replies = await (await shared.get()).send(translated)
      return replies.map((reply, index) => scripts.restore(commands[index] ?? [], reply))
    }
    const own = await connectRedis(redisUrl)
    try {
      return await own.send(translated)
    } finally {
      own.close()
    }
  }

  /** @param {string[][]} commands @param {boolean} base64 @returns {Promise<Answer>} */
  async function runTransaction(commands, base64) {
    const replies = await execute([['MULTI'], ...commands, ['EXEC']])
    const outcome = replies.at(-1)
    if (outcome instanceof RedisError) {
      const cause = replies.find((reply) => reply instanceof RedisError) ?? outcome
      return { status: 400, body: { error: /** @type {RedisError} */ (cause).message } }
    }
    const items = /** @type {Reply[]} */ (outcome)
    return { status: 200, body: items.map((reply) => toResult(reply, base64)) }
  }

  /** @param {string} route @param {string} body @param {boolean} base64 @returns {Promise<Answer>} */
  async function answer(route, body, base64) {
    if (route === '/pipeline') {
      const replies = await execute(readCommands(JSON.parse(body)))
      return { status: 200, body: replies.map((reply) => toResult(reply, base64)) }
    }
    if (route === '/multi-exec') return runTransaction(readCommands(JSON.parse(body)), base64)
    const words = route.split('/').filter(Boolean).map(decodeURIComponent)
    const command =
      words.length > 0 ? [...words, ...(body ? [body] : [])] : readCommand(JSON.parse(body))
    const [reply = null] = await execute([command])
    return { status: reply instanceof RedisError ? 400 : 200, body: toResult(reply, base64) }
  }

  return { answer, close: () => shared.close() }
}
