/** The times whose figures can be looked at; the present hour has just begun, so one more is seen. */
export const windows = [
  { name: 'hour', label: 'Last hour', hours: 2 },
  { name: 'day', label: 'Last day', hours: 24 },
] as const

/** The time that an address names; the last hour unless it names another. */
export function windowOf(name: string | string[] | undefined) {
  return windows.find((one) => one.name === name) ?? windows[0]
}
