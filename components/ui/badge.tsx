import { cva, type VariantProps } from 'class-variance-authority'
import type { ComponentProps } from 'react'
import { cn } from './cn'

export const badgeStyle = cva(
  'inline-flex h-5 max-w-full items-center gap-1 whitespace-nowrap rounded-sm border px-1.5 font-medium text-xs [&_svg]:size-3.5 [&_svg]:shrink-0',
  {
    variants: {
      tone: {
        neutral: 'border-line bg-sunken text-ink-muted',
        accent: 'border-accent-line bg-accent-soft text-accent-text',
        good: 'border-good-line bg-good-soft text-good-text',
        warn: 'border-warn-line bg-warn-soft text-warn-text',
        bad: 'border-bad-line bg-bad-soft text-bad-text',
        info: 'border-info-line bg-info-soft text-info-text',
      },
    },
    defaultVariants: { tone: 'neutral' },
  },
)

export type Tone = NonNullable<VariantProps<typeof badgeStyle>['tone']>

/** A word or a number in a small frame. Colour never speaks alone: the word says it. */
export function Badge({
  tone,
  className,
  children,
  ...rest
}: ComponentProps<'span'> & { tone?: Tone }) {
  return (
    <span className={cn(badgeStyle({ tone }), className)} {...rest}>
      {children}
    </span>
  )
}
