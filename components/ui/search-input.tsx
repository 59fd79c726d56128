import { Search } from 'lucide-react'
import type { ComponentProps } from 'react'
import { cn } from './cn'
import { Input } from './input'

/** A search field with its glass; `label` is its name for those who do not see it. */
export function SearchInput({
  label,
  className,
  ...rest
}: Omit<ComponentProps<'input'>, 'type'> & { label: string }) {
  return (
    <div className={cn('relative', className)}>
      <Search
        aria-hidden
        className="pointer-events-none absolute top-1/2 left-2.5 size-4 -translate-y-1/2 text-ink-faint"
      />
      <Input type="search" aria-label={label} placeholder={label} className="pl-8" {...rest} />
    </div>
  )
}
