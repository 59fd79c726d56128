import 'server-only'
import type { Listening } from '@/lib/live/hub'
import type { Sink } from '@/lib/live/listener'

/** Bytes that wait for a slow browser here; what comes meanwhile is merged. */
const mostBytes = 32 * 1024

/**
 * Nobody on the way may keep, compress or gather a stream: each message is to arrive at once. Its
 * connection serves nothing afterwards, so that a process that ends waits for none.
 */
export const streamHeaders = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'private, no-store, no-transform',
  'X-Accel-Buffering': 'no',
  Connection: 'close',
}

/** An answer that lasts as long as somebody listens. */
export function liveStream(request: Request, listen: (sink: Sink) => Listening): Response {
  const encoder = new TextEncoder()
  let listening: Listening | null = null
  let isOpen = true
  const leave = () => {
    isOpen = false
    request.signal.removeEventListener('abort', leave)
    listening?.leave()
  }
  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        request.signal.addEventListener('abort', leave)
        listening = listen({
          isReady: () => isOpen && (controller.desiredSize ?? 0) > 0,
          write: (text) => {
            if (isOpen) controller.enqueue(encoder.encode(text))
          },
          end: () => {
            if (!isOpen) return
            isOpen = false
            request.signal.removeEventListener('abort', leave)
            controller.close()
          },
        })
        if (request.signal.aborted) leave()
      },
      pull: () => listening?.drained(),
      cancel: leave,
    },
    new ByteLengthQueuingStrategy({ highWaterMark: mostBytes }),
  )
  return new Response(body, { headers: streamHeaders })
}
