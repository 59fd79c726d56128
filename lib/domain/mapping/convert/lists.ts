import { splitList } from '../values/addresses'

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function wordOf(value: unknown): string {
  if (typeof value === 'string') return value.trim()
  if (!isRecord(value)) return JSON.stringify(value) ?? ''
  const key = value.Key ?? value.key ?? value.name
  const content = value.Value ?? value.value
  if (typeof key === 'string') return content === undefined ? key : `${key}=${String(content)}`
  return JSON.stringify(value)
}

function fromJson(text: string): string[] | null {
  if (!/^[[{]/.test(text)) return null
  try {
    const parsed: unknown = JSON.parse(text)
    if (Array.isArray(parsed)) return parsed.map(wordOf)
    if (!isRecord(parsed)) return null
    return Object.entries(parsed).map(([key, value]) => `${key}=${String(value)}`)
  } catch {
    // Not JSON after all: the caller splits the text instead.
    return null
  }
}

/** The entries of a list cell: parted by commas, semicolons, bars or lines, or written as JSON. */
export function parseList(text: string): string[] {
  const entries = fromJson(text.trim()) ?? splitList(text)
  return [...new Set(entries.filter((entry) => entry !== ''))]
}
