/** @throws when the environment lacks the variable */
export function setting(variable: string): string {
  const value = process.env[variable]
  if (!value) throw new Error(`${variable} is not set`)
  return value
}
