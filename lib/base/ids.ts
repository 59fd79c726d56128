const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i

/** Whether a text is a UUID; ids from addresses are checked before they reach SQL. */
export function isUuid(text: string): boolean {
  return uuidPattern.test(text)
}
