import { X } from 'lucide-react'
import Form from 'next/form'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { SearchInput } from '@/components/ui/search-input'
import { Select, type SelectOption } from '@/components/ui/select'
import { ApplyOnChange } from './apply-on-change'
import { type SearchParams, searchParamEntries, withSearchParams } from './search-params'

export interface Filter {
  /** Its parameter in the address. */
  name: string
  label: string
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

function first(value: SearchParams[string]): string {
  return (typeof value === 'string' ? value : value?.[0]) ?? ''
}

/** Search and filters as one GET form: the address is the view. With scripts a choice applies itself. */
export function FilterBar({
  pathname,
  params,
  search,
  filters = [],
  dropped = ['cursor'],
  children,
}: FilterBarProps) {
  const own = new Set([...filters.map(({ name }) => name), ...dropped])
  if (search !== undefined) own.add(search.name)
  const kept = searchParamEntries(params).filter(([name]) => !own.has(name))
  return (
    <div data-chrome className="mb-3 flex flex-wrap items-start gap-2">
      <Form
        key={searchParamEntries(params).join('&')}
        action={pathname}
        scroll={false}
        role="search"
        className="flex min-w-0 flex-1 flex-wrap items-center gap-2"
      >
        {kept.map(([name, value]) => (
          <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
        ))}
        {search !== undefined && (
          <SearchInput
            name={search.name}
            label={search.label}
            defaultValue={first(params[search.name])}
            className="min-w-40 flex-1 sm:w-64 sm:flex-none"
          />
        )}
        <ApplyOnChange>
          <Button type="submit">{search === undefined ? 'Apply' : 'Search'}</Button>
        </ApplyOnChange>
        {filters.map((filter) => (
          <Select
            key={filter.name}
            name={filter.name}
            aria-label={filter.label}
            placeholder={filter.label}
            options={filter.options}
            defaultValue={first(params[filter.name])}
            className="min-w-[calc(50%-0.25rem)] flex-1 sm:w-auto sm:min-w-36 sm:max-w-48 sm:flex-none"
          />
        ))}
      </Form>
      {children !== undefined && <div className="flex flex-wrap gap-2">{children}</div>}
      <ActiveFilters {...{ pathname, params, search, filters, dropped }} />
    </div>
  )
}

function ActiveFilters({
  pathname,
  params,
  search,
  filters,
  dropped,
}: Required<Pick<FilterBarProps, 'pathname' | 'params' | 'filters' | 'dropped'>> &
  Pick<FilterBarProps, 'search'>) {
  const none = Object.fromEntries(dropped.map((name) => [name, undefined]))
  const chosen = filters.flatMap((filter) => {
    const value = first(params[filter.name])
    const label = filter.options.find((option) => option.value === value)?.label ?? value
    return value === '' ? [] : [{ name: filter.name, text: `${filter.label}: ${label}` }]
  })
  const text = search === undefined ? '' : first(params[search.name])
  if (search !== undefined && text !== '') chosen.unshift({ name: search.name, text: `“${text}”` })
  if (chosen.length === 0) return null
  const cleared = Object.fromEntries(chosen.map(({ name }) => [name, undefined]))
  return (
    <ul aria-label="Filters in use" className="flex w-full min-w-0 flex-wrap items-center gap-1.5">
      {chosen.map(({ name, text: words }) => (
        <li key={name} className="min-w-0">
          <Link
            href={withSearchParams(pathname, params, { ...none, [name]: undefined })}
            scroll={false}
            aria-label={`Remove filter ${words}`}
            className="inline-flex h-6 max-w-full items-center gap-1 rounded-sm border border-accent-line bg-accent-soft px-1.5 text-accent-text text-xs hover:border-accent-text"
          >
            <span className="truncate">{words}</span>
            <X aria-hidden className="size-3 shrink-0" />
          </Link>
        </li>
      ))}
      <li>
        <Link
          href={withSearchParams(pathname, params, { ...none, ...cleared })}
          scroll={false}
          className="inline-flex h-6 items-center rounded-sm px-1.5 text-ink-muted text-xs underline underline-offset-2 hover:text-ink"
        >
          Clear all
        </Link>
      </li>
    </ul>
  )
}
