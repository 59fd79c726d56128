import http from 'node:http'

/** A message of a stream of server-sent events. */
export interface StreamMessage {
  event: string
  /** Where to go on from; empty when it says nothing of that. */
  id: string
  data: {
    changes?: { name: string; tags: string[] }[]
    resumed?: boolean
    why?: string
    [name: string]: unknown
  }
}

export interface OpenedStream {
  status: number
  headers: http.IncomingHttpHeaders
  /** Resolves when the stream has ended, however. */
  ended: Promise<void>
  close(): void
}

/**
 * Opens a stream.
 * @param hear is given each message as it arrives
 * @throws when nobody answers
 */
export function openStream(
  url: string,
  headers: Record<string, string>,
  hear: (message: StreamMessage) => void,
): Promise<OpenedStream> {
  return new Promise((resolve, reject) => {
    const request = http.get(url, {
      headers: { accept: 'text/event-stream', ...headers },
      // Each has a connection of its own, as each browser has.
      agent: false,
    })
    request.once('error', reject)
    request.once('response', (response) => {
      const read = createReader(hear)
      response.setEncoding('utf8').on('data', read)
      // Cut off is ended, too.
      response.on('error', () => undefined)
      resolve({
        status: response.statusCode ?? 0,
        headers: response.headers,
        ended: new Promise((ended) => response.once('close', () => ended())),
        close: () => request.destroy(),
      })
    })
  })
}

function createReader(hear: (message: StreamMessage) => void): (text: string) => void {
  let rest = ''
  return (text) => {
    const blocks = (rest + text).split('\n\n')
    rest = blocks.pop() ?? ''
    for (const block of blocks) {
      const lines = block.split('\n')
      const field = (name: string) =>
        lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2) ?? ''
      hear({ event: field('event'), id: field('id'), data: JSON.parse(field('data') || '{}') })
    }
  }
}
