import { cva, type VariantProps } from 'class-variance-authority'

/** How a button and a link that looks like one are drawn. One `primary` per page. */
export const buttonStyle = cva(
  [
    'inline-flex shrink-0 select-none items-center justify-center gap-1.5 whitespace-nowrap rounded-md border font-medium',
    'transition-colors duration-100 disabled:opacity-50 aria-disabled:opacity-60 aria-disabled:cursor-default',
    '[&_svg]:size-4 [&_svg]:shrink-0',
  ],
  {
    variants: {
      variant: {
        primary: 'border-transparent bg-accent text-accent-ink shadow-xs hover:bg-accent-hover',
        secondary: 'border-line-strong/60 bg-surface text-ink shadow-xs hover:bg-hover',
        quiet: 'border-transparent bg-transparent text-ink-muted hover:bg-hover hover:text-ink',
        danger: 'border-transparent bg-danger text-danger-ink shadow-xs hover:bg-danger-hover',
      },
      size: {
        sm: 'h-7 px-2 text-sm pointer-coarse:h-9',
        md: 'h-8 px-3 text-base pointer-coarse:h-10',
        lg: 'h-10 px-4 text-base pointer-coarse:h-11',
      },
      square: { true: 'aspect-square px-0', false: '' },
      wide: { true: 'w-full', false: '' },
    },
    defaultVariants: { variant: 'secondary', size: 'md', square: false, wide: false },
  },
)

export type ButtonStyle = VariantProps<typeof buttonStyle>
