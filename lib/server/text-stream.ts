import 'server-only'

/** Pieces of text as the body of a response, made as fast as they are taken and no faster. */
export function textStream(pieces: AsyncGenerator<string, void, undefined>): ReadableStream {
  const encoder = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      const next = await pieces.next()
      if (next.done) controller.close()
      else controller.enqueue(encoder.encode(next.value))
    },
    async cancel() {
      await pieces.return()
    },
  })
}
