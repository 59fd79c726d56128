import { StoreError } from '@/lib/cache/script-runner'
import type { UpstashAddress } from '@/lib/cache/upstash-store'
import type { Subscriber } from './change-streams'

/**
 * Hears a channel by Upstash's REST interface, as server-sent events: `subscribe,CHANNEL,COUNT`,
 * then `message,CHANNEL,TEXT`. The client library does not say when such a stream ends, so it is
 * read here.
 * @returns when the far end ends it, or the signal did
 * @throws StoreError when it is refused or breaks
 */
export async function hearChannel(
  { url, token }: UpstashAddress,
  channel: string,
  subscriber: Subscriber,
  signal: AbortSignal,
): Promise<void> {
  try {
    const answer = await fetch(`${url}/subscribe/${encodeURIComponent(channel)}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, accept: 'text/event-stream' },
      cache: 'no-store',
      signal,
    })
    if (!answer.ok || !answer.body) {
      // What nobody reads would keep its connection.
      await answer.body?.cancel()
      throw new StoreError(`Subscribing: status ${answer.status}`)
    }
    await forEachLine(answer.body, (line) => pass(line, channel, subscriber))
  } catch (error) {
    if (signal.aborted) return
    // Its own words may hold the address.
    throw error instanceof StoreError ? error : new StoreError('The subscription broke')
  }
}

function pass(line: string, channel: string, subscriber: Subscriber): void {
  const data = /^data: ?(.*)$/.exec(line)?.[1]
  if (data?.startsWith(`message,${channel},`)) {
    subscriber.message(data.slice(channel.length + 'message,,'.length))
  } else if (data?.startsWith('subscribe,')) subscriber.ready()
}

async function forEachLine(
  body: ReadableStream<Uint8Array>,
  take: (line: string) => void,
): Promise<void> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of body) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) take(line.trimEnd())
  }
}
