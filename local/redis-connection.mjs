import net from 'node:net'

/** An answer that is an error; its message begins with the error's code. */
export class RedisError extends Error {}

/** A string that came without a length (`+OK`). */
export class SimpleString extends String {}

/** @typedef {Buffer | SimpleString | number | null | RedisError | Reply[]} Reply */

const carriageReturn = 13

/** Reads RESP2 answers out of chunks of any size. */
export class ReplyReader {
  /** @type {Buffer} */
  buffer = Buffer.alloc(0)
  offset = 0

  /** @param {Buffer} chunk */
  add(chunk) {
    const rest = this.buffer.subarray(this.offset)
    this.buffer = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    this.offset = 0
  }

  /** @returns {string | undefined} the line at the offset, once it is whole */
  readLine() {
    const end = this.buffer.indexOf(carriageReturn, this.offset)
    if (end === -1 || end + 1 >= this.buffer.length) return undefined
    const line = this.buffer.toString('latin1', this.offset, end)
    this.offset = end + 2
    return line
  }

  /** @returns {Reply | undefined} undefined when the answer is not whole yet; nothing is consumed then */
  next() {
    const start = this.offset
    const reply = this.parse()
    if (reply === undefined) this.offset = start
    return reply
  }

  /** @returns {Reply | undefined} */
  parse() {
    const line = this.readLine()
    if (line === undefined) return undefined
    const text = line.slice(1)
    switch (line[0]) {
      case '+':
        return new SimpleString(text)
      case '-':
        return new RedisError(Buffer.from(text, 'latin1').toString('utf8'))
      case ':':
        return Number(text)
      case '$':
        return this.parseBulk(Number(text))
      case '*':
        return this.parseArray(Number(text))
      default:
        throw new Error(`Redis sent an unknown type of answer: ${line[0]}`)
    }
  }

  /** @param {number} length */
  parseBulk(length) {
    if (length === -1) return null
    if (this.buffer.length < this.offset + length + 2) return undefined
    const value = this.buffer.subarray(this.offset, this.offset + length)
    this.offset += length + 2
    return value
  }

  /** @param {number} length @returns {Reply | undefined} */
  parseArray(length) {
    if (length === -1) return null
    const items = []
    for (let index = 0; index < length; index += 1) {
      const item = this.parse()
      if (item === undefined) return undefined
      items.push(item)
    }
    return items
  }
}

/** @param {string[][]} commands @returns {Buffer} */
function encodeCommands(commands) {
  const parts = []
  for (const command of commands) {
    parts.push(Buffer.from(`*${command.length}\r\n`))
    for (const word of command) {
      const bytes = Buffer.from(word)
      parts.push(Buffer.from(`$${bytes.length}\r\n`), bytes, Buffer.from('\r\n'))
    }
  }
  return Buffer.concat(parts)
}

/**
 * @typedef {object} RedisConnection
 * @property {(commands: string[][]) => Promise<Reply[]>} send
 *   commands go out as one piece, so nothing of another caller comes between; an answer that is an
 *   error is a value, a lost connection rejects
 * @property {(listener: (reply: Reply) => void) => void} onPush answers that nobody asked for
 * @property {boolean} closed
 * @property {Promise<void>} ended when the connection is gone, however
 * @property {() => void} close
 */

/**
 * Opens one connection.
 * @param {string} url redis://[user:password@]host:port[/database]
 * @returns {Promise<RedisConnection>}
 */
export async function connectRedis(url) {
  const target = new URL(url)
  const socket = net.connect({
    host: target.hostname,
    port: Number(target.port || 6379),
    noDelay: true,
  })
  const reader = new ReplyReader()
  /** @type {{ count: number, replies: Reply[], resolve: (r: Reply[]) => void, reject: (e: Error) => void }[]} */
  const waiting = []
  /** @type {(reply: Reply) => void} */
  let push = () => undefined

  /** @param {Reply} reply */
  const deliver = (reply) => {
    const first = waiting[0]
    if (!first) return push(reply)
    first.replies.push(reply)
    if (first.replies.length < first.count) return
    waiting.shift()
    first.resolve(first.replies)
  }

  /** @type {RedisConnection} */
  const connection = {
    closed: false,
    ended: new Promise((resolve) => socket.once('close', () => resolve())),
    onPush(listener) {
      push = listener
    },
    send(commands) {
      if (commands.length === 0) return Promise.resolve([])
      return new Promise((resolve, reject) => {
        waiting.push({ count: commands.length, replies: [], resolve, reject })
        socket.write(encodeCommands(commands))
      })
    },
    close: () => socket.destroy(),
  }

  socket.on('data', (chunk) => {
    reader.add(/** @type {Buffer} */ (chunk))
    for (let reply = reader.next(); reply !== undefined; reply = reader.next()) deliver(reply)
  })
  await new Promise((resolve, reject) => {
    socket.once('connect', resolve)
    socket.once('error', reject)
  })
  socket.on('error', () => undefined)
  socket.once('close', () => {
    connection.closed = true
    for (const { reject } of waiting.splice(0))
      reject(new Error('The connection to Redis was lost'))
  })
  await introduce(connection, target)
  return connection
}

/** @param {RedisConnection} connection @param {URL} target */
async function introduce(connection, target) {
  const commands = []
  if (target.password) {
    const user = target.username ? [decodeURIComponent(target.username)] : []
    commands.push(['AUTH', ...user, decodeURIComponent(target.password)])
  }
  const database = target.pathname.slice(1)
  if (database) commands.push(['SELECT', database])
  for (const reply of await connection.send(commands)) if (reply instanceof RedisError) throw reply
}
