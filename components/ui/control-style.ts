/** The edge, ground and height that every field for typing or choosing shares. */
export const controlStyle = [
  'h-8 w-full min-w-0 rounded-md border border-line-strong bg-surface px-2.5 text-base text-ink shadow-xs',
  'transition-colors duration-100 hover:border-ink-faint pointer-coarse:h-10',
  'focus-visible:outline-offset-0 focus-visible:border-accent-text',
  'aria-invalid:border-bad-solid aria-invalid:focus-visible:outline-bad-solid',
  'disabled:cursor-not-allowed disabled:bg-sunken disabled:text-ink-muted disabled:shadow-none',
].join(' ')
