import type { ComponentProps, ReactNode } from 'react'
import { cn } from './cn'

/** A framed ground for one thing. */
export function Card({ className, ...rest }: ComponentProps<'section'>) {
  return (
    <section
      className={cn('min-w-0 rounded-lg border bg-surface shadow-card', className)}
      {...rest}
    />
  )
}

export interface CardHeaderProps {
  title: ReactNode
  description?: ReactNode
  /** Buttons or links at the right. */
  actions?: ReactNode
  /** The level of the heading in the page; 2 unless it is said. */
  level?: 2 | 3
  id?: string
  className?: string
}

/** The head of a card: what it is, in a line what it is for, and what can be done. */
export function CardHeader({
  title,
  description,
  actions,
  level = 2,
  id,
  className,
}: CardHeaderProps) {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <header
      className={cn('flex flex-wrap items-start gap-x-4 gap-y-2 border-b px-4 py-3', className)}
    >
      <div className="min-w-0 flex-1">
        <Heading id={id} className="font-semibold text-base">
          {title}
        </Heading>
        {description !== undefined && (
          <p className="mt-0.5 text-ink-muted text-sm">{description}</p>
        )}
      </div>
      {actions !== undefined && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
    </header>
  )
}

export function CardBody({ className, ...rest }: ComponentProps<'div'>) {
  return <div className={cn('p-4', className)} {...rest} />
}

export function CardFooter({ className, ...rest }: ComponentProps<'footer'>) {
  return (
    <footer
      className={cn(
        'flex flex-wrap items-center gap-2 rounded-b-lg border-t bg-sunken px-4 py-2.5 text-ink-muted text-sm',
        className,
      )}
      {...rest}
    />
  )
}
