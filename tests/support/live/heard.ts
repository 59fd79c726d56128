import { openStream, type StreamMessage } from '@/scripts/bench/live/stream-client'

/**
 * Listens to changes at engagements, such as `/acme/dc-exit`, as one browser.
 * @param extra headers, and what follows the address
 */
export async function listenAt(
  site: string,
  places: string,
  cookie: string,
  extra: { headers?: Record<string, string>; query?: string } = {},
) {
  const heard: StreamMessage[] = []
  let look = (): void => undefined
  const address = `${site}/api/live${places}${extra.query ?? ''}`
  const stream = await openStream(address, { cookie, ...extra.headers }, (message) => {
    heard.push(message)
    look()
  })
  let isOver = false
  void stream.ended.then(() => {
    isOver = true
    look()
  })

  return {
    ...stream,
    heard,
    /** Everything that was told to have changed. */
    tags: () => heard.flatMap(({ data }) => data.changes ?? []).flatMap(({ tags }) => tags),
    /** How far it has heard. */
    last: () => heard.at(-1)?.id ?? '',
    /** Waits for a message. @throws when the stream ends without it */
    until(isIt: (message: StreamMessage) => boolean): Promise<StreamMessage> {
      return new Promise((resolve, reject) => {
        look = () => {
          const found = heard.find(isIt)
          if (found) resolve(found)
          else if (isOver) reject(new Error(`It ended after ${JSON.stringify(heard)}`))
        }
        look()
      })
    },
  }
}

/** Whether a stream has begun. */
export const isHello = ({ event }: StreamMessage) => event === 'hello'
/** Whether a message tells of a change of some kind, such as `import`; of one row, if it is said. */
export const isAbout =
  (kind: string, row = '') =>
  ({ data }: StreamMessage) =>
    (data.changes ?? []).some(({ tags }) =>
      tags.some((tag) => tag.split(':')[1] === kind && tag.endsWith(row)),
    )
