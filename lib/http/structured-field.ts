/** Values that a parameter may have: a flag, a whole number, or a word. */
export type Parameter = true | number | string

const word = /^[A-Za-z*][\w!#$%&'*+.^`|~:/-]*$/
const key = /^[a-z*][a-z0-9_.*-]*$/
/** RFC 9651, section 3.3.1. */
const mostDigits = 999_999_999_999_999

/**
 * Prints an item with its parameters: RFC 9651, section 4.1.3.
 * @param parameters those that are undefined are left out
 * @throws RangeError for what the format cannot hold
 */
export function printItem(
  token: string,
  parameters: Readonly<Record<string, Parameter | undefined>>,
): string {
  const printed = Object.entries(parameters).flatMap(([name, value]) => {
    if (value === undefined) return []
    if (!key.test(name)) throw new RangeError(`No key of a parameter: ${name}`)
    return [value === true ? name : `${name}=${printValue(value)}`]
  })
  return [printToken(token), ...printed].join('; ')
}

function printValue(value: number | string): string {
  if (typeof value === 'string') return printToken(value)
  if (!Number.isInteger(value) || Math.abs(value) > mostDigits) {
    throw new RangeError(`No whole number of at most 15 digits: ${value}`)
  }
  return String(value)
}

function printToken(text: string): string {
  if (!word.test(text)) throw new RangeError(`No token: ${text}`)
  return text
}
