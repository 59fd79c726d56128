import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import { listenLocally } from '../../../local/ports.mjs'
import { type RequestKind, requestKind } from './request-kind'

/** A request that came from the browser, counted once its answer is complete. */
export interface Served {
  method: string
  path: string
  kind: RequestKind
  status: number
  /** Head and body of the answer, as they were sent. */
  bytes: number
  isScript: boolean
}

export interface RoundRobin {
  url: string
  /** Sends each request to the next of these sites, in turn. */
  leadTo(sites: readonly string[]): void
  /** What was served since the last call. */
  take(): Served[]
  /** Answers that are still on their way, streams aside. */
  underWay(): number
  close(): Promise<void>
}

/** Stands before the processes of a site and spreads requests over them, as a platform does. */
export async function openRoundRobin(): Promise<RoundRobin> {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 })
  let targets: readonly URL[] = []
  let turn = 0
  let served: Served[] = []
  let underWay = 0

  function pass(asked: IncomingMessage, answer: ServerResponse): void {
    const target = targets[turn++ % targets.length]
    const path = (asked.url ?? '/').replace(/\?.*/, '')
    const kind = requestKind(path, asked.headers)
    if (!target) {
      answer.writeHead(503).end()
      return
    }
    if (kind !== 'stream') underWay += 1
    answer.once('close', () => {
      if (kind !== 'stream') underWay -= 1
    })
    const { method = 'GET', headers } = asked
    const passedOn = request(
      { agent, host: target.hostname, port: target.port, method, path: asked.url, headers },
      (got) => {
        const note: Served = { method, path, kind, status: got.statusCode ?? 0, ...sizeOfHead(got) }
        served.push(note)
        answer.writeHead(got.statusCode ?? 502, leadBack(got.rawHeaders, target.port, url))
        got.on('data', (chunk: Buffer) => {
          note.bytes += chunk.length
        })
        got.pipe(answer)
        got.once('error', () => answer.destroy())
      },
    )
    passedOn.once('error', () => answer.destroy())
    // Whoever leaves a stream ends it, at the site as well.
    answer.once('close', () => passedOn.destroy())
    asked.pipe(passedOn)
  }

  const server = createServer(pass)
  const url = `http://localhost:${await listenLocally(server)}`
  return {
    url,
    leadTo(sites) {
      targets = sites.map((site) => new URL(site))
    },
    take() {
      const taken = served
      served = []
      return taken
    },
    underWay: () => underWay,
    async close() {
      server.closeAllConnections()
      agent.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** A process that leads elsewhere names its own port; whoever came through the front stays there. */
function leadBack(rawHeaders: readonly string[], port: string, front: string): string[] {
  return rawHeaders.map((text, index) =>
    rawHeaders[index - 1]?.toLowerCase() === 'location'
      ? text.replace(new RegExp(`^http://(localhost|127\\.0\\.0\\.1):${port}(?=/|$)`), front)
      : text,
  )
}

function sizeOfHead({ rawHeaders, headers }: IncomingMessage) {
  // Each name and value brings two characters of its own: a colon and a space, an end of line.
  const bytes = rawHeaders.reduce((sum, text) => sum + text.length + 2, 0)
  return { bytes, isScript: /javascript/.test(headers['content-type'] ?? '') }
}
