import { createServer, request } from 'node:http'
import { readBody } from '../../../local/http-messages.mjs'
import { listenLocally } from '../../../local/ports.mjs'

/** A way to a Redis behind REST that counts the commands that pass. */
export interface CommandMeter {
  url: string
  count(): number
  close(): Promise<void>
}

/** @param target the address of the REST interface */
export async function openCommandMeter(target: string): Promise<CommandMeter> {
  const { hostname, port } = new URL(target)
  let count = 0
  const server = createServer(async (asked, answer) => {
    const { method, url = '/', headers } = asked
    const body = await readBody(asked)
    count += commandsIn(url, body)
    const passedOn = request({ hostname, port, method, path: url, headers }, (got) => {
      answer.writeHead(got.statusCode ?? 502, got.rawHeaders)
      got.pipe(answer)
      got.once('error', () => answer.destroy())
    })
    passedOn.once('error', () => answer.destroy())
    answer.once('close', () => passedOn.destroy())
    passedOn.end(body)
  })
  const own = await listenLocally(server)
  return {
    url: `http://127.0.0.1:${own}`,
    count: () => count,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** One by one, or several in a pipeline or a transaction. */
function commandsIn(path: string, body: string): number {
  if (!/^\/(pipeline|multi-exec)\b/.test(path)) return 1
  const commands: unknown = JSON.parse(body)
  return Array.isArray(commands) ? commands.length : 1
}
