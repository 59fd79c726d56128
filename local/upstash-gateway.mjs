import { createServer } from 'node:http'
import { bearerToken, readBody, sendJson } from './http-messages.mjs'
import { listenLocally } from './ports.mjs'
import { RedisError } from './redis-connection.mjs'
import { createCommandRunner } from './upstash-commands.mjs'
import { streamMessages } from './upstash-subscribe.mjs'

/**
 * Upstash's REST interface before a Redis engine: a command by POST / or by path, /pipeline,
 * /multi-exec, /subscribe/CHANNEL and /psubscribe/PATTERN.
 * @param {{ redisUrl: string, token: string }} options
 * @returns {Promise<{ port: number, stop(): Promise<void> }>}
 */
export async function startUpstashGateway({ redisUrl, token }) {
  const commands = createCommandRunner(redisUrl)
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://gateway')
    const given = bearerToken(request) ?? url.searchParams.get('_token')
    if (given !== token) return sendJson(response, 401, { error: 'Unauthorized' })
    const [, verb = '', channel = ''] = /^\/(p?subscribe)\/(.+)$/i.exec(url.pathname) ?? []
    const syncToken = request.headers['upstash-sync-token']
    const headers = syncToken === undefined ? {} : { 'upstash-sync-token': syncToken }
    try {
      if (verb) {
        return await streamMessages(redisUrl, verb, decodeURIComponent(channel), response)
      }
      const base64 = request.headers['upstash-encoding'] === 'base64'
      const { status, body } = await commands.answer(url.pathname, await readBody(request), base64)
      sendJson(response, status, body, headers)
    } catch (error) {
      if (response.headersSent) return response.destroy()
      const message = error instanceof Error ? error.message : String(error)
      const status = error instanceof RedisError || error instanceof SyntaxError ? 400 : 503
      sendJson(response, status, { error: message }, headers)
    }
  })
  const port = await listenLocally(server)
  return {
    port,
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await commands.close()
    },
  }
}
