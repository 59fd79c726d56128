const simpleQuery = 'Q'.charCodeAt(0)
const execute = 'E'.charCodeAt(0)
const lengthBytes = 4

/**
 * Reads what one client sends over one connection and counts the statements that it has executed:
 * the messages Query and Execute of PostgreSQL's protocol (version 3.0, "Message Formats").
 * @param {(statements: number) => void} onStatements
 * @returns {(bytes: Buffer) => void} takes the bytes as they come, however they are cut
 */
export function createStatementCounter(onStatements) {
  let rest = Buffer.alloc(0)
  // The first message, which begins the session, has no letter before its length.
  let letterBytes = 0
  return (bytes) => {
    rest = Buffer.concat([rest, bytes])
    let statements = 0
    while (rest.length >= letterBytes + lengthBytes) {
      const end = letterBytes + rest.readUInt32BE(letterBytes)
      if (rest.length < end) break
      if (letterBytes === 1 && (rest[0] === simpleQuery || rest[0] === execute)) statements += 1
      rest = rest.subarray(end)
      letterBytes = 1
    }
    if (statements > 0) onStatements(statements)
  }
}
