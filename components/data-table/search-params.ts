/** Parameters of an address as a page receives them. */
export type SearchParams = Readonly<Record<string, string | readonly string[] | undefined>>

/** A parameter set to a text or to several; `undefined`, '' and [] take it out. */
export type SearchParamChanges = Readonly<Record<string, string | readonly string[] | undefined>>

/** Every parameter as name and value, in the order of the address. */
export function searchParamEntries(params: SearchParams): [name: string, value: string][] {
  return Object.entries(params).flatMap(([name, value]) =>
    (typeof value === 'string' ? [value] : (value ?? [])).map((one): [string, string] => [
      name,
      one,
    ]),
  )
}

/**
 * The address with some parameters changed and all others kept.
 * Names that are changed to nothing leave the address, so that equal views have equal addresses.
 */
export function withSearchParams(
  pathname: string,
  params: SearchParams,
  changes: SearchParamChanges,
): string {
  const changed = new Set(Object.keys(changes))
  const kept = searchParamEntries(params).filter(([name]) => !changed.has(name))
  const query = new URLSearchParams([...kept, ...searchParamEntries(changes)].filter(hasValue))
  return query.size === 0 ? pathname : `${pathname}?${query}`
}

function hasValue([, value]: [string, string]): boolean {
  return value !== ''
}
