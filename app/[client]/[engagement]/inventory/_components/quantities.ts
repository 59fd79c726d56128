const exact = new Intl.NumberFormat('en-US', { maximumFractionDigits: 6 })
const rounded = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 })

/** A number with thousands separators, all of its digits. */
export function formatExact(value: number): string {
  return exact.format(value)
}

/** A number for a table: one decimal at most. */
export function formatRounded(value: number): string {
  return rounded.format(value)
}

export interface Quantity {
  text: string
  unit: string
  /** What a pointer shows: the value as it is kept. */
  exact: string
}

/** MiB as GiB, with the exact MiB beside it. */
export function memoryInGib(mebibytes: number): Quantity {
  return {
    text: formatRounded(mebibytes / 1024),
    unit: 'GiB',
    exact: `${formatExact(mebibytes)} MiB`,
  }
}

/** GiB, as TiB from 10 TiB on. */
export function storage(gibibytes: number): Quantity {
  const large = gibibytes >= 10 * 1024
  return {
    text: formatRounded(large ? gibibytes / 1024 : gibibytes),
    unit: large ? 'TiB' : 'GiB',
    exact: `${formatExact(gibibytes)} GiB`,
  }
}

/** Memory of many machines together: GiB, as TiB from 10 TiB on. */
export function totalMemory(mebibytes: number): Quantity {
  return { ...storage(mebibytes / 1024), exact: `${formatExact(mebibytes)} MiB` }
}
