import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { SearchInput } from '@/components/ui/search-input'
import { Select, type SelectOption } from '@/components/ui/select'
import { type ActiveFilter, ActiveFilters } from './active-filters'
import { FilterFocus } from './filter-focus'
import { FilterForm } from './filter-form'
import { type SearchParams, searchParamEntries, withSearchParams } from './search-params'

export interface Filter {
  /** Its parameter in the address. */
  name: string
  label: string
  /** The choice that filters nothing; "Any <label>" unless it is said. */
  any?: string
  options: readonly SelectOption[]
}

export interface FilterBarProps {
  /** The page's own address without parameters. */
  pathname: string
  params: SearchParams
  search?: { name: string; label: string }
  filters?: readonly Filter[]
  /** Parameters that mean nothing once the filter changes; `cursor` unless it is said. */
  dropped?: readonly string[]
  /** Buttons at the right, such as the export. */
  children?: ReactNode
}

/** Search and filters as one GET form: the address is the view. */
export function FilterBar(props: FilterBarProps) {
  const { pathname, params, search, filters = [], dropped = ['cursor'], children } = props
  const names = [...(search ? [search.name] : []), ...filters.map(({ name }) => name)]
  const values = Object.fromEntries(names.map((name) => [name, first(params[name])]))
  const own = new Set([...names, ...dropped])
  const kept = searchParamEntries(params).filter(([name]) => !own.has(name))
  const active = activeFilters(props)
  return (
    <>
      <FilterFocus className="mb-3 flex flex-wrap items-start gap-2">
        <FilterForm
          action={pathname}
          values={values}
          className="flex min-w-0 flex-1 flex-wrap items-center gap-2"
        >
          {kept.map(([name, value]) => (
            <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
          ))}
          {search !== undefined && (
            <SearchInput
              name={search.name}
              label={search.label}
              defaultValue={values[search.name]}
              className="min-w-40 flex-1 sm:w-64 sm:flex-none"
            />
          )}
          <Button type="submit">{search === undefined ? 'Apply' : 'Search'}</Button>
          {filters.map((filter) => (
            <Select
              key={filter.name}
              name={filter.name}
              aria-label={filter.label}
              placeholder={filter.any ?? `Any ${filter.label.toLowerCase()}`}
              options={withChosen(filter.options, values[filter.name])}
              defaultValue={values[filter.name]}
              className="min-w-[calc(50%-0.25rem)] flex-1 sm:w-auto sm:min-w-36 sm:max-w-48 sm:flex-none"
            />
          ))}
        </FilterForm>
        {children !== undefined && <div className="flex flex-wrap gap-2">{children}</div>}
        <ActiveFilters
          active={active}
          hrefWithout={(out) =>
            withSearchParams(
              pathname,
              params,
              Object.fromEntries([...out, ...dropped].map((name) => [name, undefined])),
            )
          }
        />
      </FilterFocus>
      <PrintedFilters active={active} />
    </>
  )
}

/** On paper the form says nothing, but what was chosen with it does. */
function PrintedFilters({ active }: { active: readonly ActiveFilter[] }) {
  if (active.length === 0) return null
  return (
    <p className="mb-2 hidden text-sm print:block">{active.map(({ text }) => text).join(' · ')}</p>
  )
}

function activeFilters({ params, search, filters = [] }: FilterBarProps): ActiveFilter[] {
  const text = search === undefined ? '' : first(params[search.name])
  const searched =
    search === undefined || text === '' ? [] : [{ name: search.name, text: `“${text}”` }]
  const chosen = filters.flatMap(({ name, label, options }) => {
    const value = first(params[name])
    const words = options.find((option) => option.value === value)?.label ?? value
    return value === '' ? [] : [{ name, text: `${label}: ${words}` }]
  })
  return [...searched, ...chosen]
}

/** A choice that no row has any more still shows what the address asks for. */
function withChosen(options: Filter['options'], value = ''): Filter['options'] {
  const known = value === '' || options.some((option) => option.value === value)
  return known ? options : [...options, { value, label: value }]
}

function first(value: SearchParams[string]): string {
  return (typeof value === 'string' ? value : value?.[0]) ?? ''
}
