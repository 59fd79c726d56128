/**
 * Whether one event stands behind another one of the same stream, by its number alone.
 * @param one its number (a time in milliseconds, a hyphen, a count), a colon, and what else names it
 */
export function isLaterEvent(one: string, other: string): boolean {
  const [millis, count] = numbersOf(one)
  const [otherMillis, otherCount] = numbersOf(other)
  return millis === otherMillis ? count > otherCount : millis > otherMillis
}

function numbersOf(event: string): [millis: number, count: number] {
  const [millis, count] = event.split(':', 1)[0]?.split('-') ?? []
  return [Number(millis), Number(count)]
}
