/** One event of a `text/event-stream` (HTML Standard, 9.2.6). */
export interface SentEvent {
  /** Of this event or of the latest one that had any. */
  id: string | null
  type: string
  data: string
}

/**
 * Reads events out of text as it arrives, in pieces of any size.
 * @returns takes a piece; gives the events that it completed
 */
export function createEventStreamReader(): (piece: string) => SentEvent[] {
  let rest = ''
  let id: string | null = null
  let fields = { type: 'message', data: [] as string[] }

  return (piece) => {
    const lines = (rest + piece).split(/\r\n|\n|\r(?!$)/)
    rest = lines.pop() ?? ''
    const events: SentEvent[] = []
    for (const line of lines) {
      if (line === '') {
        if (fields.data.length > 0) {
          events.push({ id, type: fields.type, data: fields.data.join('\n') })
        }
        fields = { type: 'message', data: [] }
        continue
      }
      const colon = line.indexOf(':')
      const name = colon === -1 ? line : line.slice(0, colon)
      const value = colon === -1 ? '' : line.slice(colon + 1).replace(/^ /, '')
      if (name === 'data') fields.data.push(value)
      else if (name === 'event') fields.type = value
      else if (name === 'id') id = value
    }
    return events
  }
}
