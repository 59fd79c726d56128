import { connectRedis } from './redis-connection.mjs'

/**
 * Streams a channel's messages as server-sent events, `data: message,CHANNEL,PAYLOAD`, until the
 * client leaves.
 * @param {string} redisUrl
 * @param {string} verb subscribe or psubscribe
 * @param {string} channel
 * @param {import('node:http').ServerResponse} response
 */
export async function streamMessages(redisUrl, verb, channel, response) {
  const connection = await connectRedis(redisUrl)
  connection.ended.then(() => response.end())
  response.once('close', () => connection.close())
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' })
  /** @param {import('./redis-connection.mjs').Reply} reply */
  const forward = (reply) => {
    const words = Array.isArray(reply) ? reply.map((word) => String(word)) : [String(reply)]
    response.write(`data: ${words.join(',')}\n\n`)
  }
  connection.onPush(forward)
  const [subscribed = null] = await connection.send([[verb, channel]])
  forward(subscribed)
}
